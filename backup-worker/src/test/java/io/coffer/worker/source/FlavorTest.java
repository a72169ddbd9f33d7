package io.coffer.worker.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlavorTest {

  @ParameterizedTest
  @CsvSource({
    "s3.small.1, 1, 1024",
    "s3.medium.4, 1, 4096",
    "c6.large.2, 2, 4096",
    "m6.xlarge.8, 4, 32768",
    "s3.2xlarge.4, 8, 32768",
    "s3.16xlarge.1, 64, 65536",
    "anything, 1, 1024",
    "s3.large, 1, 1024",
  })
  void meansWhatItsNameSays(String name, int vcpus, int ramMb) {
    assertThat(Flavor.of(name)).isEqualTo(new Flavor(name, vcpus, ramMb));
  }
}
