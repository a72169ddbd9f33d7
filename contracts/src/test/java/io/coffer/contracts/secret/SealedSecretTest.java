package io.coffer.contracts.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.coffer.contracts.Json;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealedSecretTest {

  private static final KeyPair PAIR = PemKeys.generate();
  private static final String SECRET = "Canary-32-characters-ÄÖÜ-漢字";

  @Test
  void opensWithItsKeyForItsPurpose() throws Exception {
    SealedSecret sealed = SealedSecret.seal(PAIR.getPublic(), "one", SECRET);
    assertThat(sealed.open(PAIR.getPrivate(), "one")).isEqualTo(SECRET);
  }

  @Test
  void opensForNobodyElse() {
    SealedSecret sealed = SealedSecret.seal(PAIR.getPublic(), "one", SECRET);
    byte[] bytes = Base64.getDecoder().decode(sealed.sealed());
    bytes[50] ^= 1;
    SealedSecret changed = new SealedSecret(Base64.getEncoder().encodeToString(bytes));
    refuses(sealed, PAIR, "two");
    refuses(sealed, PemKeys.generate(), "one");
    refuses(changed, PAIR, "one");
    bytes[50] ^= 1;
    bytes[20] ^= 1;
    refuses(new SealedSecret(Base64.getEncoder().encodeToString(bytes)), PAIR, "one");
    refuses(new SealedSecret(sealed.sealed().substring(0, 60)), PAIR, "one");
    refuses(new SealedSecret("no Base64!"), PAIR, "one");
    refuses(new SealedSecret(""), PAIR, "one");
  }

  @Test
  void looksLikeNothingAndNeverTheSame() throws Exception {
    SealedSecret sealed = SealedSecret.seal(PAIR.getPublic(), "one", SECRET);
    assertThat(sealed).isNotEqualTo(SealedSecret.seal(PAIR.getPublic(), "one", SECRET));
    assertThat(sealed.toString()).doesNotContain(sealed.sealed());
    assertThat(Json.MAPPER.writeValueAsString(sealed)).doesNotContain(SECRET);
  }

  @Test
  void saysThatAKeyIsOfNoUseWithoutTellingTheSecret() throws Exception {
    PublicKey foreign = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SealedSecret.seal(foreign, "one", SECRET))
        .withNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(SECRET));
  }

  @Test
  void readsTheKeysThatItWrites() {
    assertThat(PemKeys.publicKey(PemKeys.pem(PAIR.getPublic()))).isEqualTo(PAIR.getPublic());
    assertThat(PemKeys.privateKey(PemKeys.pem(PAIR.getPrivate()))).isEqualTo(PAIR.getPrivate());
    assertThatIllegalArgumentException().isThrownBy(() -> PemKeys.publicKey("nothing"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PemKeys.privateKey(PemKeys.pem(PAIR.getPublic())));
  }

  private static void refuses(SealedSecret sealed, KeyPair pair, String purpose) {
    assertThatExceptionOfType(GeneralSecurityException.class)
        .isThrownBy(() -> sealed.open(pair.getPrivate(), purpose));
  }
}
