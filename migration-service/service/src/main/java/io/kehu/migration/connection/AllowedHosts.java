package io.kehu.migration.connection;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

import io.kehu.platform.problem.ProblemException;

/**
 * Decides which hosts the service may connect to, by their addresses at that moment.
 */
final class AllowedHosts {

	private static final String POINTER = "/host";

	/** Metadata services beyond the link-local addresses. */
	private static final Set<String> METADATA = Set.of("fd00:ec2:0:0:0:0:0:254", "100.100.100.200", "168.63.129.16");

	private final List<String> allowed;

	AllowedHosts(List<String> allowed) {
		this.allowed = List.copyOf(allowed);
	}

	/**
	 * Resolves a host.
	 * @param host its name or address
	 * @return an address, to which alone connections are to be made
	 * @throws ProblemException 400 if the host does not exist or is not allowed
	 */
	InetAddress resolve(String host) {
		InetAddress[] addresses;
		try {
			addresses = InetAddress.getAllByName(host);
		}
		catch (UnknownHostException ex) {
			throw ProblemException.invalid(POINTER, "unknown_host", "there is no host " + host);
		}
		for (InetAddress address : addresses) {
			if (forbidden(address) || !listed(host, address)) {
				throw ProblemException.invalid(POINTER, "host_not_allowed",
						("connections to %s are not allowed;"
								+ " an administrator lists hosts in kehu.migration.connections.allowed-hosts")
							.formatted(host));
			}
		}
		return addresses[0];
	}

	private static boolean forbidden(InetAddress address) {
		return address.isLinkLocalAddress() || address.isAnyLocalAddress() || address.isMulticastAddress()
				|| METADATA.contains(address.getHostAddress());
	}

	private boolean listed(String host, InetAddress address) {
		return this.allowed.stream()
			.anyMatch((entry) -> entry.equalsIgnoreCase(host) || entry.equals(address.getHostAddress())
					|| (entry.equals("*") && !address.isLoopbackAddress()) || contains(entry, address));
	}

	private static boolean contains(String network, InetAddress address) {
		int slash = network.indexOf('/');
		if (slash < 0) {
			return false;
		}
		try {
			// An address in digits is not looked up
			byte[] base = InetAddress.getByName(network.substring(0, slash)).getAddress();
			byte[] bytes = address.getAddress();
			int bits = Integer.parseInt(network.substring(slash + 1));
			boolean same = base.length == bytes.length;
			for (int bit = 0; same && bit < bits; bit++) {
				int mask = 0x80 >> (bit % 8);
				same = (base[bit / 8] & mask) == (bytes[bit / 8] & mask);
			}
			return same;
		}
		catch (UnknownHostException | NumberFormatException ex) {
			throw new IllegalStateException("kehu.migration.connections.allowed-hosts: not a network: " + network, ex);
		}
	}

}
