// SPDX-License-Identifier: GPL-3.0-or-later
// SaxonFop STYLESHEET ROUNDS OUTPUT DOCUMENT...: the usual way from CDA to PDF, in one process, for guichet-bench to be
// compared with. Writes OUTPUT/0.pdf and so on; prints the milliseconds of each document, one round a line, -1 where it
// failed.
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.OutputStream;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SAXDestination;
import net.sf.saxon.s9api.XsltExecutable;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopFactory;

public final class SaxonFop {
    public static void main(String[] arguments) throws Exception {
        XsltExecutable sheet = new Processor(false).newXsltCompiler().compile(new StreamSource(new File(arguments[0])));
        FopFactory fops = FopFactory.newInstance(new File(".").toURI());
        int rounds = Integer.parseInt(arguments[1]);
        for (int round = 0; round < rounds; ++round) {
            StringBuilder line = new StringBuilder();
            for (int at = 3; at < arguments.length; ++at) {
                File result = new File(arguments[2], (at - 3) + ".pdf");
                long start = System.nanoTime();
                double milliseconds = -1;
                try (OutputStream out = new BufferedOutputStream(new FileOutputStream(result))) {
                    Fop fop = fops.newFop("application/pdf", out);
                    sheet.load30().transform(new StreamSource(new File(arguments[at])),
                                             new SAXDestination(fop.getDefaultHandler()));
                    milliseconds = (System.nanoTime() - start) / 1e6;
                } catch (Exception failed) {
                    System.err.println(arguments[at] + ": " + failed);
                }
                line.append(milliseconds).append(' ');
            }
            System.out.println(line);
        }
    }
}
