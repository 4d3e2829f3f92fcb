import java.io.FileInputStream;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Holds PDF files to PDF/UA-1 and PDF/A-2a. It prints a line a failed rule: file, standard and clause, test number, what is wrong, how
 * often, parted by tabs; and a line for each file that it got through. */
public class Check {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            int assertions = 0;
            for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A}) {
                assertions += check(file, flavour);
            }
            System.out.println(file + "\tchecked\t" + assertions);
        }
    }

    private static int check(String file, PDFAFlavour flavour) throws Exception {
        try (FileInputStream in = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            TreeMap<String, Integer> failed = new TreeMap<>();
            for (TestAssertion a : result.getTestAssertions()) {
                if (a.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = flavour.getId() + " " + a.getRuleId().getClause() + "\t" + a.getRuleId().getTestNumber();
                    failed.merge(rule + "\t" + a.getMessage().replaceAll("\\s+", " "), 1, Integer::sum);
                }
            }
            failed.forEach((rule, n) -> System.out.println(file + "\t" + rule + "\t" + n));
            return result.getTotalAssertions();
        }
    }
}
