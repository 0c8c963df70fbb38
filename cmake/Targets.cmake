# SPDX-License-Identifier: GPL-3.0-or-later
# Warnings and options for our own code, and the few functions that the folders use to declare their targets.

add_library(guichet_warnings INTERFACE)
target_compile_options(guichet_warnings INTERFACE
  -Wall -Wextra -Wpedantic
  -Wshadow            # a name that hides another is read wrongly
  -Wconversion -Wsign-conversion # sizes and units that are cut silently
  -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wcast-align
  -Wnull-dereference -Wformat=2 -Wimplicit-fallthrough)
if(GUICHET_WERROR)
  target_compile_options(guichet_warnings INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 to 14 find null pointers and dangling references in the libraries' templates where there are none.
  target_compile_options(guichet_warnings INTERFACE -Wno-null-dereference -Wno-maybe-uninitialized -Wno-restrict)
endif()

add_library(guichet_options INTERFACE)
target_include_directories(guichet_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(guichet_options INTERFACE -fstack-protector-strong -fno-strict-overflow)
if(NOT GUICHET_SANITIZE AND CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_definitions(guichet_options INTERFACE _FORTIFY_SOURCE=2)
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

# guichet_test(NAME SOURCES a_test.cpp … [LIBRARIES lib …] [PROPERTIES …]): a Catch2 program, each case a ctest test.
function(guichet_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES;PROPERTIES" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE guichet_options guichet_warnings guichet_test_support ${arg_LIBRARIES})
  catch_discover_tests(${name} DISCOVERY_MODE PRE_TEST TEST_PREFIX "${name}: "
    PROPERTIES TIMEOUT 300 ENVIRONMENT "TZ=UTC;LC_ALL=C.UTF-8" ${arg_PROPERTIES})
endfunction()
