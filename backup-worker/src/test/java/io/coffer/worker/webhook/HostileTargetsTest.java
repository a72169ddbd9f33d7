package io.coffer.worker.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.worker.delivery.TargetRefused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTargetsTest {

  private static final Resolver NOBODY =
      name -> {
        throw new UnknownHostException(name);
      };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://127.1/",
        "http://127.0.1/",
        "http://127.255.255.254:8080/",
        "http://0.0.0.0/",
        "http://0/",
        "http://0.1.2.3/",
        "http://2130706433/",
        "http://017700000001/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://00000177.0.0.1/",
        "http://127.0.0.01/",
        "http://127.0.0.1./",
        "http://127.0.0.1.../",
        "http://127.0.0.256/",
        "http://1.2.3.4.5/",
        "http://1.2.3/",
        "http://10.0.0.1/",
        "http://10.255.255.255/",
        "http://100.64.0.1/",
        "http://100.100.100.200/latest/meta-data/",
        "http://100.127.255.255/",
        "http://168.63.129.16/metadata",
        "http://169.254.169.254/latest/meta-data/",
        "http://169.254.170.2/v2/credentials",
        "http://2852039166/",
        "http://0xa9fea9fe/",
        "http://0251.0376.0251.0376/",
        "http://172.16.0.1/",
        "http://172.31.255.255/",
        "http://192.0.0.1/",
        "http://192.0.2.1/",
        "http://192.88.99.1/",
        "http://192.168.0.1/",
        "http://198.18.0.1/",
        "http://198.51.100.1/",
        "http://203.0.113.1/",
        "http://224.0.0.1/",
        "http://239.255.255.250:1900/",
        "http://240.0.0.1/",
        "http://255.255.255.255/",
        "http://[::1]/",
        "http://[::]/",
        "http://[0:0:0:0:0:0:0:1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[0:0:0:0:0:ffff:10.0.0.1]/",
        "http://[::127.0.0.1]/",
        "http://[::ffff:0:127.0.0.1]/",
        "http://[64:ff9b::127.0.0.1]/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://[64:ff9b:1::a00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[2002:a9fe:a9fe::1]/",
        "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
        "http://[2001:db8::1]/",
        "http://[2001:20::1]/",
        "http://[3fff::1]/",
        "http://[fc00::1]/",
        "http://[fd00:ec2::254]/latest/meta-data/",
        "http://[fe80::1]/",
        "http://[fe80::1%25eth0]/",
        "http://[fec0::1]/",
        "http://[ff02::1]/",
        "http://[100::1]/",
        "http://[v1.x]/",
        "http://user@example.com/",
        "http://user:password@example.com/",
        "http://example.com@127.0.0.1/",
        "http://example.com:80@127.0.0.1/",
        "http://127.0.0.1#@example.com/",
        "http://example.com\\@127.0.0.1/",
        "http://example.com\\.attacker.example/",
        "http:\\\\127.0.0.1\\",
        "http://example.com\t.attacker.example/",
        "http://example.com /",
        "http://example.com/ HTTP/1.1\r\nHost: x",
        "http://exa mple.com/",
        "http://127.0.0.1%2f@example.com/",
        "http://%31%32%37.0.0.1/",
        "http://ⓛocalhost/",
        "http://１２７.0.0.1/",
        "http://127。0。0。1/",
        "http://under_score.example.com/",
        "http://-dash.example.com/",
        "http://example.com./",
        "http://example..com/",
        "http://.example.com/",
        "http:///etc/passwd",
        "http://",
        "http:example.com",
        "http:/example.com/",
        "//example.com/",
        "/path",
        "example.com",
        "",
        "ftp://example.com/",
        "file:///etc/passwd",
        "gopher://example.com:11211/_stats",
        "dict://example.com/",
        "jar:http://example.com!/",
        "javascript:alert(1)",
        "data:text/plain,x",
        "ldap://example.com/",
        "unix:/var/run/docker.sock",
        "https://example.com:0/",
        "https://example.com:65536/",
        "https://example.com:-1/",
        "https://example.com:443x/",
        "https://example.com/#fragment",
      })
  void sendsNothingThere(String target) {
    TargetRules rules = new TargetRules(NOBODY, new AddressRules(List.of()));
    assertThatThrownBy(() -> rules.checked(WebhookUrl.of(target)))
        .isInstanceOf(TargetRefused.class);
  }

  /** Names that lead inside, as a resolver of the machine would say. */
  @ParameterizedTest
  @CsvSource({
    "localhost, 127.0.0.1",
    "localhost.localdomain, ::1",
    "metadata.google.internal, 169.254.169.254",
    "localtest.me, 127.0.0.1",
    "10.0.0.1.nip.io, 10.0.0.1",
    "intranet, 192.168.1.1",
    "kubernetes.default.svc, 10.96.0.1",
    "mapped.example.com, ::ffff:10.0.0.1",
    "local.example.com, fd12::1",
    "nat64.example.com, 64:ff9b::7f00:1",
  })
  void sendsNothingWhereANameLeadsInside(String name, String address) {
    assertThat(allowed(List.of(), "https://" + name + "/", address)).isFalse();
  }

  @Test
  void sendsNothingToANameOfWhichOneAddressIsInside() {
    assertThat(allowed(List.of(), "https://example.com/", "93.184.215.14", "10.0.0.1")).isFalse();
    assertThat(allowed(List.of(), "https://example.com/")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.com/hook?a=b, 93.184.215.14",
    "http://EXAMPLE.com:8080, 93.184.215.14",
    "https://xn--bcher-kva.example/, 2606:2800:21f:cb07:6820:80da:af6b:8b2c",
    "https://1and1.com/, 217.160.86.42",
    "https://a.b.c.d.e-f.example.com/, 8.8.8.8",
  })
  void sendsToThePublicInternet(String target, String address) {
    assertThat(allowed(List.of(), target, address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://8.8.8.8/", "https://[2606:4700::1111]:8443/x", "http://172.32.0.1"})
  void sendsToPublicAddresses(String target) {
    TargetRules rules = new TargetRules(NOBODY, new AddressRules(List.of()));
    assertThat(rules.checked(WebhookUrl.of(target))).isNotNull();
  }

  @Test
  void sendsWhereTheOperatorAllows() {
    List<String> ranges = List.of("127.0.0.0/8", "fd00::/8", "192.168.7.7");
    assertThat(allowed(ranges, "http://localhost:8080/", "127.0.0.1")).isTrue();
    assertThat(allowed(ranges, "http://[fd12::1]/")).isTrue();
    assertThat(allowed(ranges, "http://192.168.7.7/")).isTrue();
    assertThat(allowed(ranges, "http://192.168.7.8/")).isFalse();
    assertThat(allowed(ranges, "http://10.0.0.1/")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost/8", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "10", "x"})
  void takesNoRangeThatIsNone(String range) {
    assertThatThrownBy(() -> new AddressRules(List.of(range)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean allowed(List<String> ranges, String target, String... addresses) {
    Resolver resolver =
        name -> {
          InetAddress[] found = new InetAddress[addresses.length];
          for (int i = 0; i < addresses.length; i++) {
            found[i] = InetAddress.getByName(addresses[i]);
          }
          return List.of(found);
        };
    try {
      new TargetRules(resolver, new AddressRules(ranges)).checked(WebhookUrl.of(target));
      return true;
    } catch (TargetRefused refused) {
      return false;
    }
  }
}
