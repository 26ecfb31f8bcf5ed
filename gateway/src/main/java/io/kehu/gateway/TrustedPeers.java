package io.kehu.gateway;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import org.jspecify.annotations.Nullable;

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
	 * Returns the address of the client: that of the peer, or the one that a trusted
	 * proxy has forwarded. The addresses of an IPv6 network of one client count as one.
	 */
	Object clientOf(ServerHttpRequest request) {
		InetSocketAddress peer = request.getRemoteAddress();
		if (include(peer)) {
			String forwarded = request.getHeaders().getFirst(RequestHeaders.FORWARDED_FOR);
			if (forwarded != null) {
				return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
			}
		}
		if (peer == null || peer.getAddress() == null) {
			return "unknown";
		}
		byte[] address = peer.getAddress().getAddress();
		return ByteBuffer.wrap(address, 0, Math.min(address.length, IPV6_NETWORK_BYTES));
	}

	boolean include(@Nullable InetSocketAddress peer) {
		return peer != null && this.networks.stream().anyMatch((network) -> network.matches(peer));
	}

}
