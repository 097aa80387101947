package org.dossier.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonMistakeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"a": {"b": 1}  | 1:15 | Unexpected end-of-input: expected close marker for Object (opened in line 1, column 1)
            [}              | 1:2  | Unexpected close marker '}': expected ']' (opened in line 1, column 1)
            {"a": 1 2}      | 1:9  | Unexpected character ('2'): was expecting comma to separate Object entries
            {"a": NaN}      | 1:10 | Non-standard token 'NaN'
            """)
    void saysWhatIsWrongAndWhere(String json, String place, String words) {
        JsonProcessingException mistake = mistake(json);

        assertThat(JsonMistake.words(mistake)).isEqualTo(words);
        assertThat(JsonMistake.place("a.json", mistake)).hasToString("a.json:" + place);
    }

    @Test
    void saysWhatIsTooLongWithoutTheNamesOfSettings() {
        JsonProcessingException mistake = mistake("[".repeat(2000));

        assertThat(JsonMistake.words(mistake))
                .isEqualTo("Document nesting depth (1001) exceeds the maximum allowed (1000)");
        assertThat(JsonMistake.place("a.json", mistake)).hasToString("a.json");
    }

    private static JsonProcessingException mistake(String json) {
        return catchThrowableOfType(JsonProcessingException.class, () -> new ObjectMapper().readTree(json));
    }
}
