package org.dossier.query.limited;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeFunctions;
import org.apache.jena.sparql.sse.Tags;
import org.apache.jena.vocabulary.XSD;

/** STRDT that makes no number of a text that is too long to be one. */
final class LimitedDatatype extends ExprFunction2 {

    private final Limitation limitation;

    LimitedDatatype(Expr text, Expr datatype, Limitation limitation) {
        super(text, datatype, Tags.tagStrDatatype);
        this.limitation = limitation;
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue datatype) {
        String iri = datatype.asString();
        if (iri.startsWith(XSD.NS) && !iri.equals(XSD.xstring.getURI())) {
            Checks.numeral(text, limitation);
        }
        return NodeFunctions.strDatatype(text, datatype);
    }

    @Override
    public Expr copy(Expr text, Expr datatype) {
        return new LimitedDatatype(text, datatype, limitation);
    }
}
