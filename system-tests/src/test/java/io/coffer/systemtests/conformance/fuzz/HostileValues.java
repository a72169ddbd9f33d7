package io.coffer.systemtests.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Values that nobody sends by accident, and those at the edge of what somebody may send. */
final class HostileValues {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "line\nbreak\r\n\tand tab",
          "\u001b[31mred\u0007",
          "\u202eright to left\u202c",
          "\ufeffmark",
          "\uffff\ufffe",
          "\ud800",
          "\udc00tail",
          "😀😀😀",
          "e\u0301".repeat(40),
          "ﬀ ß İ ı",
          "../../../../etc/passwd",
          "..\\..\\windows",
          "file:///etc/passwd",
          "http://169.254.169.254/openstack/latest/securitykey",
          "' or '1'='1' --",
          "\"; drop table store.vault; --",
          "$1 ? :name {0} %s %n %x",
          "${jndi:ldap://127.0.0.1/x}",
          "#{7*7} {{7*7}}",
          "<script>alert(1)</script>",
          "=cmd|' /C calc'!A0",
          "null",
          "true",
          "NaN",
          "-1",
          "0",
          "1",
          "1001",
          "2147483648",
          "-9223372036854775809",
          "1e9",
          "0x10",
          "١٢",
          "1,2,,3",
          ",",
          ":",
          "asc",
          "created_at:sideways",
          "created_at:asc,created_at:desc,id,id",
          "2018-02-01T12:00:00Z",
          "2018-02-30T25:61:00Z",
          "+1000000000-12-31T23:59:59Z",
          "-999999999-01-01T00:00:00Z",
          "0000-00-00T00:00:00Z",
          "2018-02-01",
          "all_granted_eps",
          "summary",
          "00000000-0000-0000-0000-000000000000",
          "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
          "1-1-1-1-1",
          "{00000000-0000-0000-0000-000000000000}",
          "OS::Nova::Server",
          "OS::Workspace::Desktop",
          "workspace_v2",
          "pre_paid",
          "SMB",
          "%",
          "%00",
          "%2e%2e%2f",
          "a=b&c=d;e#f?g",
          "+ +");

  private static final List<String> NUMBERS =
      List.of(
          "-1",
          "0",
          "-0",
          "1",
          "9",
          "10",
          "100",
          "101",
          "10485760",
          "10485761",
          "2147483647",
          "2147483648",
          "-2147483649",
          "9223372036854775808",
          "1.5",
          "1e2",
          "1e400",
          "-1e-400",
          "123456789012345678901234567890",
          "9".repeat(70));

  private static final List<String> OTHERS =
      List.of(
          "null",
          "true",
          "false",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "[{}]",
          "[\"\"]",
          "{\"\":\"\"}",
          "{\"a\":1,\"a\":2}",
          "{\"$ref\":\"#\"}",
          "{\"@class\":\"java.lang.Runtime\"}",
          "[".repeat(40) + "]".repeat(40),
          "{\"a\":".repeat(60) + "1" + "}".repeat(60),
          "[" + "0,".repeat(300) + "0]",
          "\"\\ud800\"",
          "\"" + "x".repeat(70_000) + "\"");

  private HostileValues() {}

  static String text(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> "x".repeat(random.nextInt(300));
      case 1 -> new UUID(random.nextLong(), random.nextLong()).toString();
      case 2 -> character(random) + "a" + character(random);
      default -> TEXTS.get(random.nextInt(TEXTS.size()));
    };
  }

  static String number(Random random) {
    return NUMBERS.get(random.nextInt(NUMBERS.size()));
  }

  /** Any JSON value, in places one that only raw text can hold. */
  static JsonNode json(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> NODES.textNode(text(random));
      case 1 -> NODES.rawValueNode(new RawValue(number(random)));
      default -> NODES.rawValueNode(new RawValue(OTHERS.get(random.nextInt(OTHERS.size()))));
    };
  }

  private static String character(Random random) {
    return Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1));
  }
}
