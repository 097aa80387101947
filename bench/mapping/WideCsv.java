import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes an invented file in the official layout of USAspending's transactions: 297 columns, about 2.2 KB a row. The same
 * seed gives the same bytes.
 *
 * <p>Usage: {@code WideCsv HEADER-FILE ROWS SEED OUTPUT}
 */
public final class WideCsv {

    private static final int AGENCIES = 180;
    private static final int FIRMS = 60_000;
    private static final String[] WORDS = ("SOFTWARE MAINTENANCE SERVICES SUPPORT LICENSE RENEWAL CLOUD HOSTING DATA CENTER "
                    + "OPERATIONS SECURITY EQUIPMENT REPAIR TRAINING FACILITY UPGRADE NETWORK CABLING OFFICE FURNITURE VEHICLE")
            .split(" ");

    private final List<String> header;
    private final Map<String, Integer> index = new HashMap<>();
    private final Random random;
    private final String[] cells;

    private WideCsv(List<String> header, long seed) {
        this.header = header;
        this.random = new Random(seed);
        this.cells = new String[header.size()];
        for (int at = 0; at < header.size(); at++) {
            index.put(header.get(at), at);
        }
    }

    public static void main(String[] arguments) throws IOException {
        List<String> header = Files.readAllLines(Path.of(arguments[0]));
        new WideCsv(header, Long.parseLong(arguments[2])).write(Long.parseLong(arguments[1]), Path.of(arguments[3]));
    }

    private void write(long rows, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", header));
            out.write('\n');
            long contract = 0;
            int modification = 0;
            for (long row = 0; row < rows; row++) {
                // A contract has two or three actions, one behind the other.
                boolean isNew = row == 0 || random.nextInt(5) < 2;
                contract += isNew ? 1 : 0;
                modification = isNew ? 0 : modification + 1;
                fill(contract, modification);
                write(out);
            }
        }
    }

    private void write(Writer out) throws IOException {
        for (int at = 0; at < cells.length; at++) {
            if (at > 0) {
                out.write(',');
            }
            String cell = cells[at];
            if (cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0) {
                out.write('"' + cell.replace("\"", "\"\"") + '"');
            } else {
                out.write(cell);
            }
        }
        out.write('\n');
    }

    private void set(String column, String value) {
        cells[index.get(column)] = value;
    }

    private void fill(long contract, int modification) {
        for (int at = 0; at < cells.length; at++) {
            cells[at] = filler(at);
        }
        // What belongs to a contract depends on its number alone.
        Random fixed = new Random(contract * 7919);
        int agency = 1000 + fixed.nextInt(AGENCIES);
        int funder = fixed.nextInt(3) == 0 ? 1000 + fixed.nextInt(AGENCIES) : agency;
        String piid = "%06dX%02dF%08d".formatted(agency * 7 % 1_000_000, contract % 25, contract);
        boolean hasParent = fixed.nextInt(10) < 6;
        String parent = hasParent ? "47QTCA20D%04d".formatted(fixed.nextInt(3000)) : "";
        String key = "CONT_AWD_" + piid + "_" + agency + "_" + (hasParent ? parent + "_4732" : "-NONE-_-NONE-");
        set("contract_transaction_unique_key", agency + "_4732_" + piid + "_" + modification);
        set("contract_award_unique_key", key);
        set("award_id_piid", piid);
        set("modification_number", modification == 0 ? "0" : "P%05d".formatted(modification));
        set("transaction_number", "0");
        set("parent_award_agency_id", hasParent ? "4732" : "");
        set("parent_award_id_piid", parent);
        set("federal_action_obligation", amount());
        set("action_date", "20%02d-%02d-%02d".formatted(10 + random.nextInt(15), 1 + random.nextInt(12), 1 + random.nextInt(28)));
        agency("awarding", agency);
        agency("funding", funder);
        recipient(fixed);
        set("transaction_description", description());
        set("usaspending_permalink", "https://www.usaspending.gov/award/" + key + "/");
    }

    private void agency(String role, int code) {
        set(role + "_agency_code", "%03d".formatted(code % 60));
        set(role + "_agency_name", "Department " + code % 60);
        set(role + "_sub_agency_code", Integer.toString(code));
        set(role + "_sub_agency_name", "Bureau " + code);
    }

    private void recipient(Random fixed) {
        // A few firms hold most contracts.
        int firm = (int) (FIRMS * Math.pow(fixed.nextDouble(), 3));
        int owner = firm / 4;
        set("recipient_uei", uei(firm));
        set("recipient_duns", "");
        set("recipient_name", name(firm));
        set("recipient_name_raw", firm % 3 == 0 ? name(firm) + ", INC" : name(firm));
        set("recipient_doing_business_as_name", firm % 5 == 0 ? "TRADE NAME " + firm : "");
        set("cage_code", "%05d".formatted(firm));
        set("recipient_parent_uei", firm % 2 == 0 ? uei(owner) : uei(firm));
        set("recipient_parent_name", firm % 2 == 0 ? name(owner) : name(firm));
        for (String flag : List.of("us_federal_government", "us_state_government", "us_tribal_government", "foreign_government")) {
            set(flag, "f");
        }
        set("us_local_government", firm % 50 == 0 ? "t" : "f");
    }

    private static String uei(int firm) {
        return "K%011d".formatted(firm);
    }

    private static String name(int firm) {
        return WORDS[firm % WORDS.length] + " " + WORDS[firm / 7 % WORDS.length] + " COMPANY " + firm;
    }

    private String amount() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> "0.00";
            case 3 -> "-" + random.nextInt(100_000) + ".%02d".formatted(random.nextInt(100));
            default -> random.nextInt(5_000_000) + ".%02d".formatted(random.nextInt(100));
        };
    }

    private String description() {
        StringBuilder text = new StringBuilder();
        int words = 5 + random.nextInt(20);
        for (int at = 0; at < words; at++) {
            text.append(at == 0 ? "" : random.nextInt(12) == 0 ? ", " : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    /** Cells that no mapping reads: flags, codes, words, and a third of them empty, as in the real files. */
    private String filler(int column) {
        return switch (column % 6) {
            case 0, 1 -> "f";
            case 2 -> "";
            case 3 -> "NOT APPLICABLE";
            case 4 -> Integer.toString(column * 37 % 1000);
            default -> column % 12 == 5 ? "" : "OTHER THAN SMALL BUSINESS";
        };
    }
}
