package io.coffer.systemtests.conformance.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCheckTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ApiDocument document = ApiDocument.read();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'type':'string','maxLength':2}          | 'ab'          | ",
        "{'type':'string','maxLength':2}          | 'abc'         | is long",
        "{'type':'string'}                        | 40            | is integer instead of",
        "{'type':'integer'}                       | '40'          | is string instead of",
        "{'type':'integer'}                       | 2147483648    | 32 bits",
        "{'type':'integer','format':'int64'}      | 2147483648    | ",
        "{'type':'integer','maximum':5}           | 6             | is high",
        "{'type':'boolean'}                       | 'true'        | is string instead of",
        "{'type':['object','null']}               | null          | ",
        "{'enum':['a','b']}                       | 'c'           | is none of",
        "{'type':'string','format':'uuid'}        | 'x'           | is no",
        "{'type':'object','required':['a']}       | {}            | /a is absent",
        "{'type':'object','properties':{'a':{}}}  | {'b':1}       | /b is not documented",
        "{'type':'array','items':{'type':'null'}} | [null,1]      | /1 is integer instead of",
        "{'type':'string','anyOf':[]}             | 'a'           | has a schema with anyOf",
        "{'oneOf':[{'type':'null'},{'type':'string'}]} | 'a'      | ",
        "{'oneOf':[{'type':'null'},{'type':'string'}]} | 1        | is integer instead of",
        "{'$ref':'#/components/schemas/Time'}     | '2026-01-01T00:00:00.000Z' | does not match"
      })
  void findsTheFault(String schema, String value, String fault) throws JsonProcessingException {
    var faults = SchemaCheck.faults(document, json(schema), json(value));
    if (fault == null) {
      assertThat(faults).isEmpty();
    } else {
      assertThat(faults).singleElement().asString().contains(fault);
    }
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text.replace('\'', '"'));
  }
}
