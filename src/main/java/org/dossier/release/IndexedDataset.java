package org.dossier.release;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.graph.PrefixMappingReadOnly;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.dossier.problem.SurroundingsException;
import org.dossier.triples.Names;

/** A database that was opened from a copy: its default graph is all of its graphs together. */
final class IndexedDataset extends DatasetGraphReadOnly implements DatasetGraphWrapperView {

    private final DatasetGraph database;
    private final Path copy;
    private final Graph everything;

    IndexedDataset(DatasetGraph database, Path copy, String base) {
        super(database);
        this.database = database;
        this.copy = copy;
        this.everything = new Everything(database.getUnionGraph(), base);
    }

    /** The union of the graphs, with the prefixes of the dossier. */
    private static final class Everything extends WrappedGraph {
        private final PrefixMapping prefixes;

        Everything(Graph union, String base) {
            super(union);
            this.prefixes =
                    new PrefixMappingReadOnly(PrefixMapping.Factory.create().setNsPrefixes(Names.prefixes(base)));
        }

        @Override
        public PrefixMapping getPrefixMapping() {
            return prefixes;
        }
    }

    @Override
    public Graph getDefaultGraph() {
        return everything;
    }

    @Override
    public void close() {
        TDBInternal.expel(database);
        try {
            Folders.delete(copy);
        } catch (IOException failure) {
            throw new SurroundingsException("cannot remove " + copy + ": " + failure.getMessage(), failure);
        }
    }
}
