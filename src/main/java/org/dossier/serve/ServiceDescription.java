package org.dossier.serve;

import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.dossier.release.Manifest;
import org.dossier.triples.Names;

/** What a SPARQL endpoint says of itself, in the terms of the W3C's Service Description. */
final class ServiceDescription {

    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";

    private static final String[] RESULT_FORMATS = {
        "SPARQL_Results_JSON",
        "SPARQL_Results_XML",
        "SPARQL_Results_CSV",
        "SPARQL_Results_TSV",
        "Turtle",
        "N-Triples",
        "JSON-LD",
        "RDF_XML"
    };

    private final Manifest manifest;
    private final DatasetGraph data;
    private final long triples;

    /** @param triples how many there are, which takes too long to count for each request */
    ServiceDescription(Manifest manifest, DatasetGraph data, long triples) {
        this.manifest = manifest;
        this.data = data;
        this.triples = triples;
    }

    /** @param endpoint the address that it is reached at */
    Graph graph(String endpoint) {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefix("sd", SD);
        model.setNsPrefix("void", VOID.NS);
        model.setNsPrefix("dcterms", DCTerms.NS);
        Resource service = model.createResource(endpoint)
                .addProperty(RDF.type, term(model, "Service"))
                .addProperty(property(model, "endpoint"), model.createResource(endpoint))
                .addProperty(property(model, "supportedLanguage"), term(model, "SPARQL10Query"))
                .addProperty(property(model, "supportedLanguage"), term(model, "SPARQL11Query"))
                .addProperty(property(model, "defaultDataset"), dataset(model, endpoint));
        for (String format : RESULT_FORMATS) {
            service.addProperty(property(model, "resultFormat"), model.createResource(FORMATS + format));
        }
        return model.getGraph();
    }

    private Resource dataset(Model model, String endpoint) {
        Resource everything = model.createResource(endpoint + "#everything")
                .addProperty(RDF.type, term(model, "Graph"))
                .addLiteral(VOID.triples, triples);
        Resource dataset = model.createResource(endpoint + "#dataset")
                .addProperty(RDF.type, term(model, "Dataset"))
                .addProperty(DCTerms.title, manifest.title())
                .addProperty(property(model, "defaultGraph"), everything);
        data.listGraphNodes()
                .forEachRemaining(name -> dataset.addProperty(
                        property(model, "namedGraph"),
                        model.createResource(endpoint + "#" + Names.localName(name))
                                .addProperty(RDF.type, term(model, "NamedGraph"))
                                .addProperty(property(model, "name"), model.createResource(name.getURI()))));
        return dataset;
    }

    private static Resource term(Model model, String name) {
        return model.createResource(SD + name);
    }

    private static Property property(Model model, String name) {
        return model.createProperty(SD, name);
    }
}
