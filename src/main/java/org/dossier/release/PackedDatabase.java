package org.dossier.release;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.BinaryDataFile;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.lib.NodeLib;
import org.apache.jena.tdb2.loader.base.CoLib;
import org.apache.jena.tdb2.store.Hash;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTableTRDF;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.dossier.triples.TermTable;
import org.jspecify.annotations.Nullable;

/**
 * Fills an empty database at once: every tree is sorted first and then written from its leaves up, block after full
 * block. That takes a fraction of the time of putting quads in, and of the room. TDB2's own loader for very large data
 * goes the same way, by files and programs beside Java.
 */
final class PackedDatabase {

    private final NodeTupleTable quadTable;
    private final TermTable terms;

    /** The database's name of each term, as the number that its bytes are. */
    private final long[] ids;

    private PackedDatabase(DatasetGraph database, TermTable terms) {
        this.quadTable = TDBInternal.getDatasetGraphTDB(database).getQuadTable().getNodeTupleTable();
        this.terms = terms;
        this.ids = new long[terms.size()];
    }

    /** @param database an empty one, outside any transaction */
    static void fill(DatasetGraph database, TermTable terms, NumberedQuads quads) {
        PackedDatabase packed = new PackedDatabase(database, terms);
        Txn.executeWrite(database, packed::writeTerms);
        packed.writeQuads(quads);
    }

    /** A term and what the database finds it by. */
    private record Hashed(long first, long second, int number) {

        static final Comparator<Hashed> ORDER = (one, other) -> {
            int difference = Long.compareUnsigned(one.first, other.first);
            return difference != 0 ? difference : Long.compareUnsigned(one.second, other.second);
        };

        static Hashed of(Node term, int number) {
            Hash hash = new Hash(SystemTDB.LenNodeHash);
            NodeLib.setHash(hash, term);
            ByteBuffer bytes = ByteBuffer.wrap(hash.getBytes());
            return new Hashed(bytes.getLong(), bytes.getLong(), number);
        }

        boolean isSameTerm(Hashed other) {
            return first == other.first && second == other.second;
        }

        byte[] key() {
            return ByteBuffer.allocate(SystemTDB.LenNodeHash)
                    .putLong(first)
                    .putLong(second)
                    .array();
        }
    }

    private void writeTerms() {
        NodeTableTRDF table = (NodeTableTRDF) quadTable.getNodeTable().baseNodeTable();
        BPlusTree tree = (BPlusTree) table.getIndex();
        RecordFactory records = tree.getRecordFactory();
        pack(
                tree,
                write(table.getData()).stream()
                        .map(term -> records.create(term.key(), bytes(ids[term.number()])))
                        .iterator());
        table.getData().sync();
    }

    /**
     * Writes the terms in the order of their numbers, without those that are short enough to stand in the indexes.
     *
     * @return what has been written, in the order of the hashes
     */
    private List<Hashed> write(BinaryDataFile data) {
        List<Hashed> hashed = IntStream.range(0, ids.length)
                .parallel()
                .filter(number -> !isShort(number))
                .mapToObj(number -> Hashed.of(terms.term(number), number))
                .sorted(Hashed.ORDER)
                .toList();
        int[] first = firstOfSame(hashed);
        for (int number = 0; number < ids.length; number++) {
            if (ids[number] == 0) {
                ids[number] = first[number] == number ? write(terms.term(number), data) : ids[first[number]];
            }
        }
        return hashed.stream()
                .filter(term -> first[term.number()] == term.number())
                .toList();
    }

    private boolean isShort(int number) {
        @Nullable NodeId inline = NodeId.inline(terms.term(number));
        if (inline == null) {
            return false;
        }
        ids[number] = number(inline);
        return true;
    }

    /**
     * The lowest number of the same term, which may be spelled in several ways.
     *
     * @param sorted by their hashes; those of the same term by their numbers, since sorting leaves them in order
     */
    private int[] firstOfSame(List<Hashed> sorted) {
        int[] first = IntStream.range(0, ids.length).toArray();
        for (int at = 1; at < sorted.size(); at++) {
            if (sorted.get(at).isSameTerm(sorted.get(at - 1))) {
                first[sorted.get(at).number()] = first[sorted.get(at - 1).number()];
            }
        }
        return first;
    }

    private static long write(Node term, BinaryDataFile data) {
        NodeId id = NodeIdFactory.createPtr(data.length());
        // As text: Jena 5.6 takes integers beyond 64 bits for other numbers when it writes values.
        data.write(ThriftConvert.termToBytes(ThriftConvert.convert(term, false)));
        return number(id);
    }

    private static long number(NodeId id) {
        byte[] bytes = new byte[NodeId.SIZE];
        NodeIdFactory.set(id, bytes);
        return ByteBuffer.wrap(bytes).getLong();
    }

    private static byte[] bytes(long id) {
        return ByteBuffer.allocate(NodeId.SIZE).putLong(id).array();
    }

    private void writeQuads(NumberedQuads quads) {
        int[] ranks = ranks();
        // Each index is a transaction of its own, so that each processor can take one.
        Stream.of(quadTable.getTupleTable().getIndexes())
                .parallel()
                .forEach(index -> CoLib.executeWrite(index, () -> write(quads, ranks, (TupleIndexRecord) index)));
    }

    /** The place of each term in the order that the indexes have. */
    private int[] ranks() {
        long[] sorted =
                LongStream.of(ids).map(PackedDatabase::unsigned).sorted().toArray();
        return LongStream.of(ids)
                .mapToInt(id -> Arrays.binarySearch(sorted, unsigned(id)))
                .toArray();
    }

    /** Bytes have no sign. */
    private static long unsigned(long id) {
        return id ^ Long.MIN_VALUE;
    }

    private void write(NumberedQuads quads, int[] ranks, TupleIndexRecord index) {
        BPlusTree tree = (BPlusTree) index.getRangeIndex();
        int[][] columns = quads.columns(index.getName());
        int[] sorted = quads.sorted(index.getName(), ranks, ids.length);
        pack(
                tree,
                IntStream.range(0, sorted.length)
                        .filter(at -> at == 0 || !isSame(columns, sorted[at - 1], sorted[at]))
                        .mapToObj(at -> record(columns, sorted[at], tree.getRecordFactory()))
                        .iterator());
    }

    private boolean isSame(int[][] columns, int one, int other) {
        for (int[] column : columns) {
            if (ids[column[one]] != ids[column[other]]) {
                return false;
            }
        }
        return true;
    }

    private Record record(int[][] columns, int quad, RecordFactory records) {
        ByteBuffer key = ByteBuffer.allocate(records.keyLength());
        for (int[] column : columns) {
            key.putLong(ids[column[quad]]);
        }
        return records.create(key.array());
    }

    /** Writes a tree in place of the empty one, from its sorted leaves up. */
    private static void pack(BPlusTree empty, Iterator<Record> sorted) {
        BPlusTreeRewriter.packIntoBPlusTree(
                sorted,
                empty.getParams(),
                empty.getRecordFactory(),
                empty.getStateManager().getBufferChannel(),
                empty.getNodeManager().getBlockMgr(),
                empty.getRecordsMgr().getBlockMgr());
    }
}
