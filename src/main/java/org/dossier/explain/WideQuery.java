package org.dossier.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformer;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;

/**
 * A query widened to everything that its rows come from: the same pattern with all its variables, sums and groups undone,
 * and each step of a path under a name.
 */
final class WideQuery {

    private final Query wide;
    private final List<TriplePath> patterns;
    private final List<Var> keys;
    private final boolean isComputed;

    private WideQuery(Query wide, List<TriplePath> patterns, List<Var> keys, boolean isComputed) {
        this.wide = wide;
        this.patterns = List.copyOf(patterns);
        this.keys = List.copyOf(keys);
        this.isComputed = isComputed;
    }

    /** @param asked a SELECT */
    static WideQuery of(Query asked) {
        Element pattern = named(asked.getQueryPattern());
        Query wide = QueryFactory.make();
        wide.setQuerySelectType();
        wide.setPrefixMapping(asked.getPrefixMapping());
        wide.setQueryPattern(pattern);
        wide.setQueryResultStar(true);
        if (asked.hasValues()) {
            wide.setValuesDataBlock(asked.getValuesVariables(), asked.getValuesData());
        }
        wide.ensureResultVars();
        List<Var> keys = asked.getProjectVars().stream()
                .filter(column -> !asked.getProject().hasExpr(column))
                .toList();
        return new WideQuery(wide, patternsIn(pattern), keys, asked.hasAggregators());
    }

    private static Element named(Element pattern) {
        StepsNamed names = new StepsNamed();
        return ElementTransformer.transform(pattern, names, new ExprTransformApplyElementTransform(names));
    }

    private static List<TriplePath> patternsIn(Element element) {
        List<TriplePath> patterns = new ArrayList<>();
        ElementWalker.walk(element, new ElementVisitorBase() {
            @Override
            public void visit(ElementPathBlock block) {
                patterns.addAll(block.getPattern().getList());
            }

            @Override
            public void visit(ElementSubQuery inner) {
                patterns.addAll(patternsIn(inner.getQuery().getQueryPattern()));
            }
        });
        return patterns;
    }

    /** The query to ask. */
    Query query() {
        return wide;
    }

    /** The columns of the first query that tell its rows apart: those that it did not work out. */
    List<Var> keys() {
        return keys;
    }

    /** Whether rows are counts or sums over several. */
    boolean isComputed() {
        return isComputed;
    }

    /** What the query says something of, rather than only mentions. */
    Set<Var> subjects() {
        Set<Var> subjects = new LinkedHashSet<>();
        patterns.stream()
                .filter(pattern -> pattern.getSubject().isVariable())
                .forEach(pattern -> subjects.add(Var.alloc(pattern.getSubject())));
        return subjects;
    }

    /** The links of the pattern, each between two terms. */
    List<TriplePath> links() {
        return patterns.stream().filter(TriplePath::isTriple).toList();
    }

    /** Names what stands between the steps of a path, so that {@code covers/^makes} shows what was made. */
    private static final class StepsNamed extends ElementTransformCopyBase {

        private final Set<Var> names = new HashSet<>();

        @Override
        public Element transform(ElementPathBlock block) {
            ElementPathBlock named = new ElementPathBlock();
            for (TriplePath pattern : block.getPattern()) {
                add(pattern, named);
            }
            return named;
        }

        private void add(TriplePath pattern, ElementPathBlock named) {
            Path path = pattern.getPath();
            if (path instanceof P_Seq steps) {
                Var between = Var.alloc("step" + (names.size() + 1) + "_");
                names.add(between);
                add(new TriplePath(pattern.getSubject(), steps.getLeft(), between), named);
                add(new TriplePath(between, steps.getRight(), pattern.getObject()), named);
            } else if (path instanceof P_Inverse back) {
                add(new TriplePath(pattern.getObject(), back.getSubPath(), pattern.getSubject()), named);
            } else if (path instanceof P_Link link) {
                named.addTriple(Triple.create(pattern.getSubject(), link.getNode(), pattern.getObject()));
            } else {
                named.addTriple(pattern);
            }
        }
    }
}
