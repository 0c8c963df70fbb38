# SPDX-License-Identifier: GPL-3.0-or-later
# Puts the SQL of the migrations into the program: schema.cpp, made again when one of the files changes.
set(rows "")
foreach(file IN LISTS migrations)
  file(READ ${file} sql)
  string(REGEX MATCH "([0-9][0-9][0-9][0-9])_([a-z_]+)\\.sql$" match "${file}")
  if(NOT match)
    message(FATAL_ERROR "${file}: a migration is named after its number, 0010_people.sql")
  endif()
  math(EXPR number "1${CMAKE_MATCH_1} - 10000")
  string(APPEND rows "    Migration{${number}, \"${CMAKE_MATCH_2}\", R\"sql(${sql})sql\"},\n")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${file})
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/schema.cpp @ONLY CONTENT [[
// SPDX-License-Identifier: GPL-3.0-or-later
// Made from storage/schema/*.sql.
#include "storage/migrations.h"

#include <array>

namespace guichet::storage {
namespace {

constexpr std::array kMigrations{
@rows@};

} // namespace

std::span<const Migration> migrations() { return kMigrations; }

} // namespace guichet::storage
]])
