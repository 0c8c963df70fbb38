# SPDX-License-Identifier: GPL-3.0-or-later
# Warnings and options for our own code, and the few functions that the folders use to declare their targets.

add_library(guichet_warnings INTERFACE)
target_compile_options(guichet_warnings INTERFACE
  -Wall -Wextra -Wpedantic
  -Wshadow            # a name that hides another is read wrongly
  -Wconversion -Wsign-conversion # sizes and units that are cut silently
  -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wcast-align
  -Wnull-dereference -Wformat=2 -Wimplicit-fallthrough
  -Wno-missing-field-initializers) # designated initialisers leave the rest at its default, on purpose
if(GUICHET_WERROR)
  target_compile_options(guichet_warnings INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Sources that are compiled together (UNITY_BUILD) are no headers, whatever GCC takes them for.
  target_compile_options(guichet_warnings INTERFACE -Wno-subobject-linkage)
  # GCC 12 to 14 find null pointers and dangling references in the libraries' templates where there are none.
  target_compile_options(guichet_warnings INTERFACE -Wno-null-dereference -Wno-maybe-uninitialized -Wno-restrict)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # clang blames our call for what stable_sort of libstdc++ 12 does inside; GCC looks after the rest.
  target_compile_options(guichet_warnings INTERFACE -Wno-deprecated-declarations)
endif()

add_library(guichet_options INTERFACE)
target_include_directories(guichet_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(guichet_options INTERFACE -fstack-protector-strong -fno-strict-overflow)
if(NOT GUICHET_SANITIZE AND CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_definitions(guichet_options INTERFACE _FORTIFY_SOURCE=2)
endif()
if(GUICHET_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "GUICHET_FUZZ needs clang: -DCMAKE_CXX_COMPILER=clang++-19")
  endif()
  target_compile_options(guichet_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(GUICHET_SANITIZE)
  target_compile_options(guichet_options INTERFACE -fsanitize=${GUICHET_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(guichet_options INTERFACE -fsanitize=${GUICHET_SANITIZE})
endif()

# guichet_library(NAME SOURCES a.cpp … [PUBLIC lib …] [PRIVATE lib …]): target guichet_NAME, alias guichet::NAME.
function(guichet_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(guichet_${name} STATIC ${arg_SOURCES})
  add_library(guichet::${name} ALIAS guichet_${name})
  target_link_libraries(guichet_${name} PUBLIC guichet_options ${arg_PUBLIC} PRIVATE guichet_warnings ${arg_PRIVATE})
endfunction()

# guichet_test(NAME SOURCES a_test.cpp … [LIBRARIES lib …] [ENVIRONMENT A=B …] [TIMEOUT seconds]
#              [LABEL unit|screens|integration|journey] [LOCK name …] [ROOT]): a Catch2 program, each case a ctest test.
# A case tagged [integration] or [journey] has that label whatever LABEL says; LOCK names what two tests can't share;
# ROOT runs the cases as root where that asks for no password.
function(guichet_test name)
  cmake_parse_arguments(arg "ROOT" "LABEL;TIMEOUT" "SOURCES;LIBRARIES;ENVIRONMENT;LOCK" ${ARGN})
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "guichet_test(${name}): not understood: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT arg_LABEL)
    set(arg_LABEL unit)
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE guichet_options guichet_warnings guichet_test_support ${arg_LIBRARIES})
  set(tests ${CMAKE_CURRENT_BINARY_DIR}/${name}_tests.cmake)
  set(build plain)
  if(GUICHET_SANITIZE)
    set(build sanitized)
    list(APPEND arg_ENVIRONMENT "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/lsan.supp:print_suppressions=0")
  endif()
  set(launcher "")
  if(arg_ROOT)
    set(launcher ${CMAKE_SOURCE_DIR}/tests/support/as-root)
  endif()
  file(GENERATE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${name}_include.cmake CONTENT
"set(program [==[$<TARGET_FILE:${name}>]==])
set(name [==[${name}]==])
set(tests [==[${tests}]==])
set(label ${arg_LABEL})
set(launcher [==[${launcher}]==])
set(build ${build})
set(timeout ${arg_TIMEOUT})
set(lock [==[${arg_LOCK}]==])
set(environment [==[TZ=UTC;LC_ALL=C.UTF-8;${arg_ENVIRONMENT}]==])
include([==[${CMAKE_SOURCE_DIR}/cmake/DiscoverTests.cmake]==])
")
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES ${CMAKE_CURRENT_BINARY_DIR}/${name}_include.cmake)
endfunction()

# guichet_fuzz(NAME SOURCES a_fuzz.cpp … [LIBRARIES lib …] [SEEDS FOLDER] [SECONDS N]): a libFuzzer program where
# GUICHET_FUZZ is on (nothing elsewhere), and a ctest test that runs it for N seconds (30) × GUICHET_TEST_SCALE.
function(guichet_fuzz name)
  if(NOT GUICHET_FUZZ)
    return()
  endif()
  cmake_parse_arguments(arg "" "SEEDS;SECONDS" "SOURCES;LIBRARIES" ${ARGN})
  if(NOT arg_SECONDS)
    set(arg_SECONDS 30)
  endif()
  add_executable(${name} ${arg_SOURCES})
  add_dependencies(${name} fuzz-seeds)
  target_link_libraries(${name} PRIVATE guichet_options guichet_warnings ${arg_LIBRARIES})
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  add_test(NAME "${name}: no input makes it fail"
    COMMAND ${CMAKE_SOURCE_DIR}/scripts/fuzz $<TARGET_FILE:${name}> ${arg_SECONDS} ${arg_SEEDS})
  set_tests_properties("${name}: no input makes it fail" PROPERTIES LABELS fuzz TIMEOUT 3600)
endfunction()
