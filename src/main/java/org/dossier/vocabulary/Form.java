package org.dossier.vocabulary;

/** What a value of a property looks like in a facts file. */
public enum Form {
    /** The id of an entity, record or source. */
    THING,
    /** The name of a concept. */
    CONCEPT,
    /** Free text. */
    TEXT,
    /** A year, a month or a day. */
    DATE,
    /** A number with its unit and precision, such as {@code ~400 TB}. */
    AMOUNT,
    /** A sum of United States dollars, such as {@code $75 billion}. */
    MONEY,
    /** A whole number. */
    INTEGER,
    /** {@code yes} or {@code no}. */
    FLAG,
    /** A web address. */
    ADDRESS
}
