// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/options.h"

#include <boost/program_options.hpp>

#include <sstream>

namespace guichet::test {
namespace {

namespace po = boost::program_options;

po::options_description described() {
    po::options_description description("Options");
    description.add_options()                                                                                         //
        ("output", po::value<std::string>()->value_name("DIR"), "folder of the pictures, made where it is not there") //
        ("all", po::bool_switch(), "each state in each size, text size, scheme and language")                         //
        ("manual", po::bool_switch(), "the pictures of README and manual, and no others")                             //
        ("only", po::value<std::vector<std::string>>()->value_name("TEXT"),
         "of the pictures, those that have TEXT in their names; may be given again") //
        ("help", po::bool_switch(), "this text");
    return description;
}

} // namespace

Result<ScreensOptions> parseScreensOptions(const std::vector<std::string> &words) {
    const auto description = described();
    po::variables_map values;
    try {
        const auto style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
        po::store(po::command_line_parser(words).options(description).positional({}).style(style).run(), values);
    } catch (const po::unknown_option &error) {
        return fail(ErrorCode::UnknownOption, error.get_option_name());
    } catch (const po::too_many_positional_options_error &) {
        return fail(ErrorCode::Usage, "only options are taken");
    } catch (const po::error &error) {
        return fail(ErrorCode::Usage, error.what());
    }
    ScreensOptions options;
    options.help = values["help"].as<bool>();
    options.all = values["all"].as<bool>();
    options.manual = values["manual"].as<bool>();
    if (values.count("only") > 0) {
        options.only = values["only"].as<std::vector<std::string>>();
    }
    if (values.count("output") > 0) {
        options.output = values["output"].as<std::string>();
    }
    if (options.help) {
        return options;
    }
    if (values.count("output") == 0) {
        return fail(ErrorCode::MissingOption, "--output");
    }
    if (options.output.empty()) {
        return fail(ErrorCode::BadValue, "--output");
    }
    if (options.all && options.manual) {
        return fail(ErrorCode::Usage, "--all, --manual");
    }
    return options;
}

std::string screensHelp() {
    std::ostringstream text;
    text << "guichet-screens --output DIR [--all]\n\n"
            "Draws the touchscreen's screens in all their states with demo data, without a display, as PNG files with\n"
            "a page index.html that shows them: at most 200 by itself. Says what is wrong with what it draws (text\n"
            "that is cut, lies on other text or can't be reached; Qt's warnings), and then ends with 1.\n\n"
         << described();
    return text.str();
}

} // namespace guichet::test
