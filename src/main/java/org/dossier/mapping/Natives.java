package org.dossier.mapping;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_IRI;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_MD5;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.E_NotOneOf;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_SHA1;
import org.apache.jena.sparql.expr.E_SHA256;
import org.apache.jena.sparql.expr.E_SHA384;
import org.apache.jena.sparql.expr.E_SHA512;
import org.apache.jena.sparql.expr.E_SameTerm;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEndsWith;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.E_StrLength;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrStartsWith;
import org.apache.jena.sparql.expr.E_StrSubstring;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.E_URI;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.dossier.mapping.Conditions.Both;
import org.dossier.mapping.Conditions.Coalesce;
import org.dossier.mapping.Conditions.Compared;
import org.dossier.mapping.Conditions.If;
import org.dossier.mapping.Conditions.IsBound;
import org.dossier.mapping.Conditions.Matches;
import org.dossier.mapping.Conditions.Not;
import org.dossier.mapping.Conditions.OneOf;
import org.dossier.mapping.Strings.Changed;
import org.dossier.mapping.Strings.Concat;
import org.dossier.mapping.Strings.Cut;
import org.dossier.mapping.Strings.Iri;
import org.dossier.mapping.Strings.Replace;
import org.dossier.mapping.Strings.Retyped;
import org.dossier.mapping.Strings.Substring;
import org.jspecify.annotations.Nullable;

/**
 * The functions and operators of SPARQL that are compiled. Whatever is not listed, or is called with arguments of other
 * types than strings, is left to ARQ.
 */
final class Natives {

    /** Compiles a call, or answers nothing when the arguments are of types that only ARQ treats rightly. */
    private interface Native {
        Optional<Code> code(ExprFunction call, List<Code> arguments);
    }

    private static final Map<Class<? extends ExprFunction>, Native> BY_CLASS = Map.ofEntries(
            entry(E_Str.class, (call, arguments) -> Optional.of(str(arguments.get(0)))),
            entry(E_StrConcat.class, onTexts(Concat::new)),
            entry(E_StrUpperCase.class, changed(text -> text.toUpperCase(Locale.ROOT))),
            entry(E_StrLowerCase.class, changed(text -> text.toLowerCase(Locale.ROOT))),
            entry(
                    E_StrLength.class,
                    onTexts(arguments -> new Changed(arguments.get(0), Type.INTEGER, Natives::length))),
            entry(E_StrBefore.class, onTexts(arguments -> new Cut(arguments.get(0), arguments.get(1), true))),
            entry(E_StrAfter.class, onTexts(arguments -> new Cut(arguments.get(0), arguments.get(1), false))),
            entry(E_StrSubstring.class, Natives::substring),
            entry(E_StrReplace.class, Natives::replace),
            entry(E_StrDatatype.class, Natives::strDatatype),
            entry(E_StrLang.class, Natives::strLang),
            entry(E_MD5.class, changed(text -> Strings.digest("MD5", text))),
            entry(E_SHA1.class, changed(text -> Strings.digest("SHA-1", text))),
            entry(E_SHA256.class, changed(text -> Strings.digest("SHA-256", text))),
            entry(E_SHA384.class, changed(text -> Strings.digest("SHA-384", text))),
            entry(E_SHA512.class, changed(text -> Strings.digest("SHA-512", text))),
            entry(E_IRI.class, Natives::iri),
            entry(E_URI.class, Natives::iri),
            entry(E_StrContains.class, compared(String::contains)),
            entry(E_StrStartsWith.class, compared(String::startsWith)),
            entry(E_StrEndsWith.class, compared(String::endsWith)),
            entry(E_Regex.class, Natives::regex),
            entry(E_Equals.class, equality(String::equals)),
            entry(E_NotEquals.class, equality((left, right) -> !left.equals(right))),
            entry(E_SameTerm.class, equality(String::equals)),
            entry(E_OneOf.class, (call, arguments) -> oneOf(arguments, true)),
            entry(E_NotOneOf.class, (call, arguments) -> oneOf(arguments, false)),
            entry(E_LogicalNot.class, (call, arguments) -> Optional.of(new Not(arguments.get(0)))),
            entry(E_LogicalAnd.class, both(Code.FALSE)),
            entry(E_LogicalOr.class, both(Code.TRUE)),
            entry(E_Bound.class, (call, arguments) -> Optional.of(new IsBound(arguments.get(0)))),
            entry(E_If.class, Natives::choice),
            entry(E_Coalesce.class, (call, arguments) -> Optional.of(new Coalesce(arguments))));

    private Natives() {}

    static Optional<Code> code(ExprFunction call, List<Code> arguments) {
        // What the parser makes of IF is a class below the one that stands for it.
        for (Class<?> type = call.getClass(); type != ExprFunction.class; type = type.getSuperclass()) {
            Native found = BY_CLASS.get(type);
            if (found != null) {
                return found.code(call, arguments);
            }
        }
        return Optional.empty();
    }

    /** Shapes shared by several functions. */
    private interface Maker {
        Code make(List<Code> arguments);
    }

    private static Native onTexts(Maker maker) {
        return (call, arguments) -> areTexts(arguments) ? Optional.of(maker.make(arguments)) : Optional.empty();
    }

    private static Native changed(UnaryOperator<String> change) {
        return onTexts(arguments -> new Changed(arguments.get(0), Type.TEXT, change));
    }

    private static Native compared(BiPredicate<String, String> relation) {
        return onTexts(arguments -> new Compared(arguments.get(0), arguments.get(1), relation));
    }

    private static Native equality(BiPredicate<String, String> relation) {
        return (call, arguments) -> areTexts(arguments) || areIris(arguments)
                ? Optional.of(new Compared(arguments.get(0), arguments.get(1), relation))
                : Optional.empty();
    }

    private static Native both(int deciding) {
        return (call, arguments) -> Optional.of(new Both(arguments.get(0), arguments.get(1), deciding));
    }

    private static boolean areTexts(List<Code> codes) {
        return codes.stream().allMatch(code -> code.type().isText());
    }

    private static boolean areIris(List<Code> codes) {
        return codes.stream().allMatch(code -> code.type().isIri());
    }

    private static Optional<Code> choice(ExprFunction call, List<Code> arguments) {
        return Optional.of(new If(arguments.get(0), arguments.get(1), arguments.get(2)));
    }

    private static Code str(Code argument) {
        return argument.type().isText() ? argument : new Retyped(argument, Type.TEXT);
    }

    private static String length(String text) {
        return Integer.toString(text.codePointCount(0, text.length()));
    }

    private static Optional<Code> iri(ExprFunction call, List<Code> arguments) {
        Code argument = arguments.get(0);
        if (argument.type().isIri()) {
            return Optional.of(argument);
        }
        String base = ((E_IRI) call).getParserBase();
        return argument.type().isText() ? Optional.of(new Iri(argument, base)) : Optional.empty();
    }

    private static Optional<Code> substring(ExprFunction call, List<Code> arguments) {
        List<NodeValue> numbers = arguments.stream()
                .skip(1)
                .flatMap(argument -> constant(argument).stream())
                .map(NodeValue::makeNode)
                .filter(NodeValue::isInteger)
                .toList();
        if (!arguments.get(0).type().isText() || numbers.size() < arguments.size() - 1) {
            return Optional.empty();
        }
        return Optional.of(new Substring(arguments.get(0), numbers.get(0), numbers.size() > 1 ? numbers.get(1) : null));
    }

    private static Optional<Code> replace(ExprFunction call, List<Code> arguments) {
        if (!areTexts(arguments) || !areConstant(arguments, 1) || !areConstant(arguments, 3)) {
            return Optional.empty();
        }
        Pattern pattern = RegexEngine.makePattern("REPLACE", lexical(arguments.get(1)), flags(arguments, 3));
        return Optional.of(new Replace(arguments.get(0), pattern, arguments.get(2)));
    }

    private static Optional<Code> regex(ExprFunction call, List<Code> arguments) {
        if (!areTexts(arguments) || !areConstant(arguments, 1) || !areConstant(arguments, 2)) {
            return Optional.empty();
        }
        RegexEngine pattern = E_Regex.makeRegexEngine(lexical(arguments.get(1)), flags(arguments, 2));
        return Optional.of(new Matches(arguments.get(0), pattern));
    }

    /** Whether the argument at this place is a constant, or absent. */
    private static boolean areConstant(List<Code> arguments, int place) {
        return place >= arguments.size() || constant(arguments.get(place)).isPresent();
    }

    private static @Nullable String flags(List<Code> arguments, int place) {
        return place < arguments.size() ? lexical(arguments.get(place)) : null;
    }

    private static String lexical(Code constant) {
        return constant(constant).orElseThrow().getLiteralLexicalForm();
    }

    private static Optional<Node> constant(Code code) {
        return code instanceof Known.Constant constant ? Optional.of(constant.term()) : Optional.empty();
    }

    private static Optional<Code> strDatatype(ExprFunction call, List<Code> arguments) {
        return constant(arguments.get(1))
                .filter(datatype -> datatype.isURI() && arguments.get(0).type().isText())
                .map(datatype -> Type.typed(datatype.getURI()))
                .filter(type -> type.form() != Type.Form.NODE)
                .map(type -> new Retyped(arguments.get(0), type));
    }

    private static Optional<Code> strLang(ExprFunction call, List<Code> arguments) {
        if (!areTexts(arguments)) {
            return Optional.empty();
        }
        return constant(arguments.get(1))
                .map(Node::getLiteralLexicalForm)
                .filter(language -> !language.isEmpty() && Code.isLanguage(language))
                .map(language -> Type.of(NodeValue.makeLangString("", language).asNode()))
                .map(type -> new Retyped(arguments.get(0), type));
    }

    private static Optional<Code> oneOf(List<Code> arguments, boolean isWanted) {
        boolean areFixed = arguments.stream().skip(1).allMatch(Known.Constant.class::isInstance);
        if (!areFixed || !(areTexts(arguments) || areIris(arguments))) {
            return Optional.empty();
        }
        Set<String> listed = arguments.stream()
                .skip(1)
                .map(argument -> Code.str(constant(argument).orElseThrow()))
                .collect(Collectors.toSet());
        return Optional.of(new OneOf(arguments.get(0), listed, isWanted));
    }
}
