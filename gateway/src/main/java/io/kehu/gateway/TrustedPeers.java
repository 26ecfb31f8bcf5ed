package io.kehu.gateway;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The proxies in front of the gateway whose forwarded headers are trusted.
 */
final class TrustedPeers {

	private static final int IPV6_NETWORK_BYTES = 8;

	private final List<IpSubnetFilterRule> networks;

	TrustedPeers(List<String> addresses) {
		this.networks = addresses.stream().map(TrustedPeers::network).toList();
	}

	private static IpSubnetFilterRule network(String address) {
		String whole = address.contains(":") ? "/128" : "/32";
		return new IpSubnetFilterRule(address.contains("/") ? address : address + whole, IpFilterRuleType.ACCEPT);
	}

	/**
	 * Returns the address of the client: that of the peer, or the one that trusted
	 * proxies have forwarded. The addresses of an IPv6 network of one client count as
	 * one.
	 */
	Object clientOf(ServerHttpRequest request) {
		List<InetAddress> route = routeOf(request);
		if (route.isEmpty()) {
			return "unknown";
		}
		byte[] address = route.get(0).getAddress();
		return ByteBuffer.wrap(address, 0, Math.min(address.length, IPV6_NETWORK_BYTES));
	}

	/**
	 * Returns the addresses that a request has passed, beginning with the client, as far
	 * as they are known from trusted proxies, and ending with the peer.
	 * <p>
	 * A proxy appends the address that it has received a request from, to the last line
	 * of the header or as a line of its own. What precedes the first address that is not
	 * that of a trusted proxy was sent by the client, which may claim anything.
	 */
	List<InetAddress> routeOf(ServerHttpRequest request) {
		InetSocketAddress peer = request.getRemoteAddress();
		if (peer == null || peer.getAddress() == null) {
			return List.of();
		}
		Deque<InetAddress> route = new ArrayDeque<>(List.of(peer.getAddress()));
		List<String> forwarded = entries(request.getHeaders(), RequestHeaders.FORWARDED_FOR);
		for (int i = forwarded.size() - 1; i >= 0 && include(route.getFirst()); i--) {
			InetAddress earlier = address(forwarded.get(i));
			if (earlier == null) {
				break;
			}
			route.addFirst(earlier);
		}
		return List.copyOf(route);
	}

	/** Returns the entries of all lines of a header that is a list (RFC 9110 5.6.1). */
	static List<String> entries(HttpHeaders headers, String name) {
		return headers.getOrEmpty(name)
			.stream()
			.flatMap((line) -> Stream.of(line.split(",")))
			.map(String::strip)
			.filter((entry) -> !entry.isEmpty())
			.toList();
	}

	/** Returns the address of an entry, which may include a port, or null. */
	private static @Nullable InetAddress address(String entry) {
		String text = withoutPort(entry);
		byte[] address = text.isEmpty() ? null : NetUtil.createByteArrayFromIpAddressString(text);
		try {
			return (address != null) ? InetAddress.getByAddress(address) : null;
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String withoutPort(String entry) {
		if (entry.startsWith("[")) {
			return entry.substring(1, Math.max(entry.indexOf(']'), 1));
		}
		int colon = entry.indexOf(':');
		return (colon >= 0 && colon == entry.lastIndexOf(':')) ? entry.substring(0, colon) : entry;
	}

	boolean include(@Nullable InetSocketAddress peer) {
		return peer != null && peer.getAddress() != null && include(peer.getAddress());
	}

	private boolean include(InetAddress address) {
		InetSocketAddress peer = new InetSocketAddress(address, 0);
		return this.networks.stream().anyMatch((network) -> network.matches(peer));
	}

}
