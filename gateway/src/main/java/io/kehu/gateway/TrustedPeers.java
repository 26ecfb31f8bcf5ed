package io.kehu.gateway;

import java.net.InetSocketAddress;
import java.util.List;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import org.jspecify.annotations.Nullable;

/**
 * The proxies in front of the gateway whose forwarded headers are trusted.
 */
final class TrustedPeers {

	private final List<IpSubnetFilterRule> networks;

	TrustedPeers(List<String> addresses) {
		this.networks = addresses.stream().map(TrustedPeers::network).toList();
	}

	private static IpSubnetFilterRule network(String address) {
		String whole = address.contains(":") ? "/128" : "/32";
		return new IpSubnetFilterRule(address.contains("/") ? address : address + whole, IpFilterRuleType.ACCEPT);
	}

	boolean include(@Nullable InetSocketAddress peer) {
		return peer != null && this.networks.stream().anyMatch((network) -> network.matches(peer));
	}

}
