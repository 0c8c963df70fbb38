# SPDX-License-Identifier: GPL-3.0-or-later
# Included by ctest, once for each Catch2 program: asks it for its cases and makes a ctest test of each.
# Comes in: program, name, tests (the file to write), label, launcher (what runs the program, or nothing), build,
# timeout, lock, environment (see guichet_test).
# Each test has two labels: its kind, and "kind-build" (unit-plain, unit-sanitized), so that a run can leave one out.
# Catch2's own script is not used: before 3.8 it loses all but the first variable of ENVIRONMENT, and it knows no tags.

# Two builds can be run as one; ctest tells their tests apart by name alone.
set(shown "${name}")
if(build STREQUAL "sanitized")
  set(shown "${name}, sanitized")
endif()
set(command "[==[${program}]==]")
if(launcher)
  set(command "[==[${launcher}]==] [==[${program}]==]")
endif()
if(NOT EXISTS "${program}")
  add_test("${shown}: is built" "${program}")
  return()
endif()
if(NOT EXISTS "${tests}" OR NOT "${tests}" IS_NEWER_THAN "${program}"
   OR NOT "${tests}" IS_NEWER_THAN "${CMAKE_CURRENT_LIST_FILE}" OR NOT "${tests}" IS_NEWER_THAN "${CMAKE_PARENT_LIST_FILE}")
  execute_process(COMMAND "${program}" --list-tests --reporter xml
    OUTPUT_VARIABLE listed ERROR_VARIABLE trouble RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${program} --list-tests ended with ${status}:\n${trouble}")
  endif()
  # A list in CMake is split at ";" and minds "[" and "]": they are put aside while the text is taken apart.
  string(REPLACE ";" "<semicolon/>" listed "${listed}")
  string(REPLACE "[" "<open/>" listed "${listed}")
  string(REPLACE "]" "<close/>" listed "${listed}")
  string(REGEX MATCHALL "<TestCase>.*" listed "${listed}")
  string(REPLACE "<TestCase>" ";" listed "${listed}")
  set(script "")
  foreach(case IN LISTS listed)
    if(NOT case MATCHES "<Name>(.*)</Name>")
      continue()
    endif()
    set(title "${CMAKE_MATCH_1}")
    set(kind ${label})
    if(case MATCHES "<Tags>.*<open/>(integration|journey)<close/>.*</Tags>")
      set(kind ${CMAKE_MATCH_1})
    endif()
    string(REPLACE "<semicolon/>" ";" title "${title}")
    string(REPLACE "<open/>" "[" title "${title}")
    string(REPLACE "<close/>" "]" title "${title}")
    string(REPLACE "&lt;" "<" title "${title}")
    string(REPLACE "&gt;" ">" title "${title}")
    string(REPLACE "&quot;" "\"" title "${title}")
    string(REPLACE "&amp;" "&" title "${title}")
    # Catch2 takes its argument as a pattern.
    string(REPLACE "\\" "\\\\" pattern "${title}")
    string(REPLACE "," "\\," pattern "${pattern}")
    string(REPLACE "[" "\\[" pattern "${pattern}")
    string(REPLACE "]" "\\]" pattern "${pattern}")
    string(APPEND script
      "add_test([==[${shown}: ${title}]==] ${command} [==[${pattern}]==])\n"
      "set_tests_properties([==[${shown}: ${title}]==] PROPERTIES TIMEOUT ${timeout} SKIP_RETURN_CODE 4"
      " LABELS \"${kind};${kind}-${build}\" ENVIRONMENT [==[${environment}]==] RESOURCE_LOCK [==[${lock}]==])\n")
  endforeach()
  if(script STREQUAL "")
    message(FATAL_ERROR "${program} lists no test")
  endif()
  file(WRITE "${tests}" "${script}")
endif()
include("${tests}")
