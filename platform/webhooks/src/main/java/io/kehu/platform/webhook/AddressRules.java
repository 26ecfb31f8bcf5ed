package io.kehu.platform.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves the hosts of webhooks to addresses on the public internet alone, and to those
 * that the operator allows. The client connects to the addresses that are returned here,
 * so that a later change of the name cannot lead elsewhere.
 */
final class AddressRules implements DnsResolver {

	/** All that is not public (IANA special-purpose address registries). */
	private static final List<AddressRange> REFUSED = Stream
		.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
				"192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
				"203.0.113.0/24", "224.0.0.0/3", "::/3", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
				"4000::/2", "8000::/1")
		.map(AddressRange::of)
		.toList();

	private final List<AddressRange> allowed;

	/** Creates rules that also allow these ranges. */
	AddressRules(List<String> allowed) {
		this.allowed = allowed.stream().map(AddressRange::of).toList();
	}

	boolean allows(InetAddress address) {
		return allowsExplicitly(address) || REFUSED.stream().noneMatch((range) -> range.contains(address));
	}

	/** Returns whether the operator allows an address. */
	boolean allowsExplicitly(InetAddress address) {
		return this.allowed.stream().anyMatch((range) -> range.contains(address));
	}

	/**
	 * Returns the addresses of a host.
	 * @throws RefusedAddressException if one of them is not allowed
	 * @throws UnknownHostException if there is none
	 */
	@Override
	public InetAddress[] resolve(String host) throws UnknownHostException {
		InetAddress[] addresses = InetAddress.getAllByName(host);
		if (!Arrays.stream(addresses).allMatch(this::allows)) {
			throw new RefusedAddressException(host);
		}
		return addresses;
	}

	@Override
	public String resolveCanonicalHostname(String host) {
		return host;
	}

}
