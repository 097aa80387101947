package org.dossier.link;

import java.util.List;

/** The columns of a file of decisions, as SSSOM calls them, in the order in which they are written. */
final class DecisionColumns {

    static final String SUBJECT = "subject_id";
    static final String SUBJECT_LABEL = "subject_label";
    static final String PREDICATE = "predicate_id";
    static final String MODIFIER = "predicate_modifier";
    static final String OBJECT = "object_id";
    static final String OBJECT_LABEL = "object_label";
    static final String JUSTIFICATION = "mapping_justification";
    static final String AUTHOR = "author_label";
    static final String DATE = "mapping_date";
    static final String COMMENT = "comment";

    static final List<String> ALL = List.of(
            SUBJECT, SUBJECT_LABEL, PREDICATE, MODIFIER, OBJECT, OBJECT_LABEL, JUSTIFICATION, AUTHOR, DATE, COMMENT);

    private DecisionColumns() {}
}
