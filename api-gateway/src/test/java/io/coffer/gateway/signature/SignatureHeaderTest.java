package io.coffer.gateway.signature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureHeaderTest {

  private static final String HEX = "a".repeat(64);

  @Test
  void tellsTheThreeFormsApart() {
    assertThat(form("SDK-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date, Signature=" + HEX))
        .isEqualTo(SignatureForm.ACCESS);
    assertThat(
            form(
                "SDK-HMAC-SHA256 Credential=AK/20260101///sdk_request, SignedHeaders=x-sdk-date,"
                    + " Signature="
                    + HEX))
        .isEqualTo(SignatureForm.CREDENTIAL);
    assertThat(
            form(
                "V11-HMAC-SHA256 Credential=AK/20260101/r/cbr, SignedHeaders=x-sdk-date,"
                    + " Signature="
                    + HEX))
        .isEqualTo(SignatureForm.DERIVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SDK-HMAC-SHA256 ",
        "SDK-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date",
        "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=%s",
        "SDK-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date, Signature=zz",
        "SDK-HMAC-SHA256 Access=, SignedHeaders=x-sdk-date, Signature=%s",
        "SDK-HMAC-SHA256 Access=A\u00e9, SignedHeaders=x-sdk-date, Signature=%s",
        "SDK-HMAC-SHA256 Access=AK, Access=AK, SignedHeaders=x-sdk-date, Signature=%s",
        "SDK-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date;Host, Signature=%s",
        "SDK-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date;;host, Signature=%s",
        "SDK-HMAC-SHA256 Credential=AK/1/2/3, SignedHeaders=x-sdk-date, Signature=%s",
        "SDK-HMAC-SHA256 Credential=AK/1/2/3/other, SignedHeaders=x-sdk-date, Signature=%s",
        "V11-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date, Signature=%s",
        "V11-HMAC-SHA256 Credential=AK/1/2, SignedHeaders=x-sdk-date, Signature=%s",
      })
  void refusesWhatNoClientSends(String header) {
    assertThat(SignatureHeader.parse(header.replace("%s", HEX))).isEmpty();
  }

  private static SignatureForm form(String header) {
    return SignatureHeader.parse(header).orElseThrow().form();
  }
}
