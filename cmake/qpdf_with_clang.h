// SPDX-License-Identifier: GPL-3.0-or-later
// Included before everything else where clang compiles what uses qpdf 11 (cmake/Dependencies.cmake). Its JSON.hh has a
// member `std::vector<JSON>` inside the class JSON, private to the library; in C++20 clang wants to know the vector's
// destructor there, where JSON is not complete yet. No code of ours makes or sees that member, so that it may be named
// as something else.
#pragma once
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <qpdf/DLL.h>
#include <qpdf/InputSource.hh>
#include <qpdf/PointerHolder.hh>
#include <qpdf/Types.h>
#define vector list
#include <qpdf/JSON.hh>
#undef vector
