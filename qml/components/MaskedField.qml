// SPDX-License-Identifier: GPL-3.0-or-later
import Guichet

// A field that shows what is in it only while somebody types there.
Field {
    property string value
    property string masked // what stands there for everybody else

    signal typed(string text)

    text: activeFocus ? value : masked
    onEdited: text => { if (activeFocus) typed(text); }
}
