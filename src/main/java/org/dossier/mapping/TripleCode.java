package org.dossier.mapping;

/** One triple of a template, before it is known where it is written to. */
record TripleCode(Code subject, Code predicate, Code object) {

    boolean varies() {
        return subject.varies() || predicate.varies() || object.varies();
    }
}
