package io.kehu.platform.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import io.kehu.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AddressRulesTests {

	private final AddressRules rules = new AddressRules(List.of());

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.255.255.254", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
			"169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "240.0.0.1", "255.255.255.255", "198.18.0.1",
			"192.0.2.1", "::1", "::", "fe80::1", "fc00::1", "fd12:3456::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1",
			"::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001::1", "2001:db8::1",
			"::7f00:1" })
	void refusesWhatIsNotPublic(String address) throws UnknownHostException {
		assertThat(this.rules.allows(InetAddress.getByName(address))).isFalse();
		assertThatThrownBy(() -> this.rules.resolve(address)).isInstanceOf(RefusedAddressException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.1.1.1", "172.15.255.255", "172.32.0.1", "100.128.0.1", "223.255.255.255",
			"2606:4700::1111", "2a00:1450::1" })
	void allowsWhatIsPublic(String address) throws UnknownHostException {
		assertThat(this.rules.resolve(address)).hasSize(1);
	}

	@Test
	void allowsWhatTheOperatorAllows() throws UnknownHostException {
		AddressRules some = new AddressRules(List.of("10.0.0.0/9", "::1"));
		assertThat(some.allows(InetAddress.getByName("10.127.0.1"))).isTrue();
		assertThat(some.allows(InetAddress.getByName("10.128.0.1"))).isFalse();
		assertThat(some.allows(InetAddress.getByName("::1"))).isTrue();
		assertThat(some.allows(InetAddress.getByName("127.0.0.1"))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "", "fe80::/129" })
	void refusesRangesThatAreNone(String range) {
		assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.of(range));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ftp://1.1.1.1/", "http://1.1.1.1/", "https://user@1.1.1.1/", "https://1.1.1.1/#a", "x",
			"https:///a", "https://10.0.0.1/", "https://[::1]/", "https://localhost/", "https://2130706433/",
			"mailto:a@b.example", "https://a b/" })
	void refusesAddressesThatAreNone(String url) {
		assertThatThrownBy(() -> WebhookUrl.checked(url, this.rules)).isInstanceOf(ProblemException.class);
	}

	@Test
	void acceptsPublicAddresses() {
		assertThat(WebhookUrl.checked("https://1.1.1.1:8443/a?b=c", this.rules).getPort()).isEqualTo(8443);
		assertThat(WebhookUrl.checked("http://127.0.0.1:80/", new AddressRules(List.of("127.0.0.0/8")))).isNotNull();
	}

}
