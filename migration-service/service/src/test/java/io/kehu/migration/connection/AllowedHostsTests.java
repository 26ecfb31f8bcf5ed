package io.kehu.migration.connection;

import java.util.List;

import io.kehu.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AllowedHostsTests {

	@Test
	void allowsNothingByDefault() {
		refuses(List.of(), "10.1.2.3");
		refuses(List.of(), "localhost");
	}

	@Test
	void allowsListedHostsAddressesAndNetworks() {
		List<String> listed = List.of("localhost", "192.0.2.7", "10.1.0.0/16", "2001:db8::/32");
		for (String host : List.of("LOCALHOST", "192.0.2.7", "10.1.255.1", "2001:db8:1::5")) {
			assertThat(new AllowedHosts(listed).resolve(host)).isNotNull();
		}
		for (String host : List.of("192.0.2.8", "10.2.0.1", "2001:db9::5")) {
			refuses(listed, host);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "169.254.169.254", "169.254.1.1", "fe80::1", "0.0.0.0", "::", "224.0.0.1", "fd00:ec2::254",
			"100.100.100.200", "168.63.129.16", "::ffff:169.254.169.254" })
	void neverAllowsLinkLocalAddressesAndMetadataServices(String host) {
		refuses(List.of("*", host, "0.0.0.0/0", "::/0"), host);
	}

	@Test
	void includesThisMachineOnlyIfItIsListed() {
		refuses(List.of("*"), "127.0.0.1");
		refuses(List.of("*"), "::1");
		assertThat(new AllowedHosts(List.of("*")).resolve("198.51.100.1").isLoopbackAddress()).isFalse();
	}

	@Test
	void refusesUnknownHosts() {
		refuses(List.of("*"), "no-such-host.invalid");
	}

	private static void refuses(List<String> allowed, String host) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> new AllowedHosts(allowed).resolve(host));
	}

}
