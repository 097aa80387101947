import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * The yardstick: a program written by hand for one layout that says the same as {@code imports/usaspending-transactions},
 * with FastCSV, Jena's nodes and Jena's writer, and without any accounting: no rejects, no balance, no repeated rows.
 */
public final class HandWritten {

    private static final String BASE = "https://w3id.org/dossier/id/";
    private static final String NS = "https://w3id.org/dossier/ns#";
    private static final Node TYPE = RDF.type.asNode();
    private static final Node LABEL = RDFS.label.asNode();
    private static final Node NAME = SKOS.altLabel.asNode();
    private static final Node BELONGS_TO = NodeFactory.createURI("http://www.w3.org/ns/org#subOrganizationOf");
    private static final Node CONTRACT = term("Contract");
    private static final Node ACTION = term("ContractAction");
    private static final Node AGENCY = term("Agency");
    private static final Node FIRM = term("Firm");
    private static final Node ORGANIZATION = term("Organization");
    private static final Node AWARD_NUMBER = term("awardNumber");
    private static final Node AWARD_KEY = term("awardKey");
    private static final Node BUYER = term("hasBuyer");
    private static final Node FUNDER = term("isFundedBy");
    private static final Node HOLDER = term("isAwardedTo");
    private static final Node ORDER_UNDER = term("isOrderUnder");
    private static final Node ACTION_OF = term("isActionOf");
    private static final Node MODIFICATION = term("modificationNumber");
    private static final Node OBLIGATED = term("obligatedAmount");
    private static final Node DATE = term("date");
    private static final Node TEXT = term("text");
    private static final Node SUBTIER = term("subtierCode");
    private static final Node CGAC = term("cgacCode");
    private static final Node UEI = term("uei");
    private static final Node CAGE = term("cageCode");
    private static final Node EVIDENCE = term("hasEvidence");
    private static final Node STANDING = term("hasStanding");
    private static final Node ROOTS = term("independentRoots");
    private static final Node ROOT = term("hasRoot");
    private static final Node ROW = term("sourceRow");
    private static final Node DOCUMENTED = NodeFactory.createURI("https://w3id.org/dossier/kind/documented");
    private static final Node ONE = NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger);
    private static final Map<String, String> CURATED = Map.of("7000", "dhs", "7012", "ice", "7014", "cbp", "2036", "fiscal-service");
    private static final Map<String, String> CURATED_DEPARTMENTS = Map.of("070", "dhs", "020", "us-treasury");

    private static final List<String> COLUMNS = List.of(
            "contract_award_unique_key",
            "award_id_piid",
            "modification_number",
            "transaction_number",
            "federal_action_obligation",
            "action_date",
            "transaction_description",
            "parent_award_id_piid",
            "parent_award_agency_id",
            "awarding_sub_agency_code",
            "awarding_agency_code",
            "awarding_sub_agency_name",
            "awarding_agency_name",
            "funding_sub_agency_code",
            "funding_sub_agency_name",
            "recipient_uei",
            "recipient_name",
            "recipient_name_raw",
            "recipient_doing_business_as_name",
            "cage_code",
            "recipient_parent_uei",
            "recipient_parent_name",
            "us_federal_government",
            "us_state_government",
            "us_local_government",
            "us_tribal_government",
            "foreign_government");
    private static final int CONTRACT_AWARD_UNIQUE_KEY = 0;
    private static final int AWARD_ID_PIID = 1;
    private static final int MODIFICATION_NUMBER = 2;
    private static final int TRANSACTION_NUMBER = 3;
    private static final int FEDERAL_ACTION_OBLIGATION = 4;
    private static final int ACTION_DATE = 5;
    private static final int TRANSACTION_DESCRIPTION = 6;
    private static final int PARENT_AWARD_ID_PIID = 7;
    private static final int PARENT_AWARD_AGENCY_ID = 8;
    private static final int AWARDING_SUB_AGENCY_CODE = 9;
    private static final int AWARDING_AGENCY_CODE = 10;
    private static final int AWARDING_SUB_AGENCY_NAME = 11;
    private static final int AWARDING_AGENCY_NAME = 12;
    private static final int FUNDING_SUB_AGENCY_CODE = 13;
    private static final int FUNDING_SUB_AGENCY_NAME = 14;
    private static final int RECIPIENT_UEI = 15;
    private static final int RECIPIENT_NAME = 16;
    private static final int RECIPIENT_NAME_RAW = 17;
    private static final int RECIPIENT_DOING_BUSINESS_AS_NAME = 18;
    private static final int CAGE_CODE = 19;
    private static final int RECIPIENT_PARENT_UEI = 20;
    private static final int RECIPIENT_PARENT_NAME = 21;
    private static final int US_FEDERAL_GOVERNMENT = 22;
    private static final int US_STATE_GOVERNMENT = 23;
    private static final int US_LOCAL_GOVERNMENT = 24;
    private static final int US_TRIBAL_GOVERNMENT = 25;
    private static final int FOREIGN_GOVERNMENT = 26;

    private final StreamRDF out;
    private final int[] columns;
    private long triples;
    private final Node evidence;
    private final Node source;

    private HandWritten(StreamRDF out, List<String> header, String sha256) {
        this.out = out;
        this.columns = COLUMNS.stream().mapToInt(header::indexOf).toArray();
        this.evidence = NodeFactory.createURI(BASE + "evidence-usaspending-transactions-" + sha256.substring(0, 12));
        this.source = NodeFactory.createURI(BASE + "source-usaspending-transactions-" + sha256.substring(0, 12));
    }

    /** Converts a file and answers how many rows it had and how many triples it gave. */
    static long[] run(Path file, Path output, String sha256) throws IOException {
        long rows = 0;
        long triples;
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(output), 1 << 16);
                CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            StreamRDF out = StreamRDFWriter.getWriterStream(stream, Lang.NTRIPLES);
            Iterator<CsvRecord> records = csv.iterator();
            HandWritten program = new HandWritten(out, records.next().getFields(), sha256);
            out.start();
            while (records.hasNext()) {
                program.row(records.next(), ++rows + 1);
            }
            out.finish();
            triples = program.triples;
        }
        return new long[] {rows, triples};
    }

    private void row(CsvRecord row, long number) {
        String key = row.getField(columns[CONTRACT_AWARD_UNIQUE_KEY]);
        String piid = row.getField(columns[AWARD_ID_PIID]);
        String modification = row.getField(columns[MODIFICATION_NUMBER]);
        String transaction = row.getField(columns[TRANSACTION_NUMBER]);
        Node contract = id("contract_" + key);
        Node action = id("action_" + key + "_" + modification + (transaction.equals("0") ? "" : "_" + transaction));
        Node buyer = buyer(row);
        contract(contract, piid, key);
        add(contract, BUYER, buyer);
        funder(row, contract, buyer);
        Node holder = holder(row);
        add(contract, HOLDER, holder);
        parent(row, contract);

        add(action, TYPE, ACTION);
        add(action, LABEL, text(piid + " " + modification));
        add(action, ACTION_OF, contract);
        add(action, MODIFICATION, text(modification));
        add(action, OBLIGATED, decimal(row.getField(columns[FEDERAL_ACTION_OBLIGATION])));
        add(action, DATE, date(row.getField(columns[ACTION_DATE])));
        addText(action, TEXT, row.getField(columns[TRANSACTION_DESCRIPTION]).strip());
        record(action);
        add(action, ROW, NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger));
    }

    private void contract(Node contract, String piid, String key) {
        add(contract, TYPE, CONTRACT);
        add(contract, LABEL, text(piid));
        add(contract, AWARD_NUMBER, text(piid));
        add(contract, AWARD_KEY, text(key));
        record(contract);
    }

    private void record(Node record) {
        add(record, EVIDENCE, evidence);
        add(record, STANDING, DOCUMENTED);
        add(record, ROOTS, ONE);
        add(record, ROOT, source);
    }

    private void parent(CsvRecord row, Node contract) {
        String piid = row.getField(columns[PARENT_AWARD_ID_PIID]);
        if (!piid.isEmpty()) {
            String key = "CONT_IDV_" + piid + "_" + row.getField(columns[PARENT_AWARD_AGENCY_ID]);
            Node parent = id("contract_" + key);
            contract(parent, piid, key);
            add(contract, ORDER_UNDER, parent);
        }
    }

    private Node buyer(CsvRecord row) {
        String code = row.getField(columns[AWARDING_SUB_AGENCY_CODE]);
        String departmentCode = row.getField(columns[AWARDING_AGENCY_CODE]);
        Node buyer = agency(code);
        Node department = id(CURATED_DEPARTMENTS.getOrDefault(departmentCode, "agency_cgac_" + departmentCode));
        agency(buyer, row.getField(columns[AWARDING_SUB_AGENCY_NAME]), SUBTIER, code);
        if (!buyer.equals(department)) {
            add(buyer, BELONGS_TO, department);
            agency(department, row.getField(columns[AWARDING_AGENCY_NAME]), CGAC, departmentCode);
        }
        return buyer;
    }

    private void funder(CsvRecord row, Node contract, Node buyer) {
        String code = row.getField(columns[FUNDING_SUB_AGENCY_CODE]);
        Node funder = agency(code);
        if (!funder.equals(buyer)) {
            add(contract, FUNDER, funder);
            agency(funder, row.getField(columns[FUNDING_SUB_AGENCY_NAME]), SUBTIER, code);
        }
    }

    private static Node agency(String code) {
        return id(CURATED.getOrDefault(code, "agency_subtier_" + code));
    }

    private void agency(Node agency, String name, Node codeProperty, String code) {
        add(agency, TYPE, AGENCY);
        addText(agency, NAME, name);
        addText(agency, codeProperty, code);
    }

    private Node holder(CsvRecord row) {
        String uei = row.getField(columns[RECIPIENT_UEI]);
        Node holder = id("firm_uei_" + uei);
        String name = row.getField(columns[RECIPIENT_NAME]).strip();
        String filed = row.getField(columns[RECIPIENT_NAME_RAW]).strip();
        add(holder, TYPE, isGovernment(row) ? ORGANIZATION : FIRM);
        addText(holder, NAME, name);
        if (!filed.equals(name)) {
            addText(holder, NAME, filed);
        }
        addText(holder, NAME, row.getField(columns[RECIPIENT_DOING_BUSINESS_AS_NAME]).strip());
        addText(holder, UEI, uei);
        addText(holder, CAGE, row.getField(columns[CAGE_CODE]));
        String ownerUei = row.getField(columns[RECIPIENT_PARENT_UEI]);
        if (!ownerUei.isEmpty() && !ownerUei.equals(uei)) {
            Node owner = id("firm_uei_" + ownerUei);
            add(holder, BELONGS_TO, owner);
            add(owner, TYPE, ORGANIZATION);
            addText(owner, NAME, row.getField(columns[RECIPIENT_PARENT_NAME]).strip());
            addText(owner, UEI, ownerUei);
        }
        return holder;
    }

    private boolean isGovernment(CsvRecord row) {
        return row.getField(columns[US_FEDERAL_GOVERNMENT]).equals("t")
                || row.getField(columns[US_STATE_GOVERNMENT]).equals("t")
                || row.getField(columns[US_LOCAL_GOVERNMENT]).equals("t")
                || row.getField(columns[US_TRIBAL_GOVERNMENT]).equals("t")
                || row.getField(columns[FOREIGN_GOVERNMENT]).equals("t");
    }

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }

    private static Node id(String name) {
        return NodeFactory.createURI(BASE + name);
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node decimal(String cell) {
        BigDecimal number = new BigDecimal(cell).stripTrailingZeros();
        String plain = (number.scale() < 1 ? number.setScale(1) : number).toPlainString();
        return NodeFactory.createLiteralDT(plain, XSDDatatype.XSDdecimal);
    }

    private static Node date(String cell) {
        return NodeFactory.createLiteralDT(LocalDate.parse(cell).toString(), XSDDatatype.XSDdate);
    }

    private void addText(Node subject, Node property, String text) {
        if (!text.isEmpty()) {
            add(subject, property, text(text));
        }
    }

    private void add(Node subject, Node property, Node object) {
        triples++;
        out.triple(Triple.create(subject, property, object));
    }
}
