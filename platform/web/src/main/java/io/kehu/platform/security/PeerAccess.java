package io.kehu.platform.security;

import java.util.function.Supplier;

import io.kehu.platform.link.LinkPeers;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Opens a path to the other services of the system, and perhaps to callers with a token.
 */
public final class PeerAccess implements AuthorizationManager<RequestAuthorizationContext> {

	private final LinkPeers peers;

	private final String service;

	private final AuthorizationManager<RequestAuthorizationContext> others;

	private PeerAccess(LinkPeers peers, String service, AuthorizationManager<RequestAuthorizationContext> others) {
		this.peers = peers;
		this.service = service;
		this.others = others;
	}

	/**
	 * Returns access for the other services only.
	 * @param peers recognises them
	 * @param service the name of this service
	 * @return the access, never null
	 */
	public static PeerAccess only(LinkPeers peers, String service) {
		return new PeerAccess(peers, service, (caller, request) -> new AuthorizationDecision(false));
	}

	/**
	 * Returns access for the other services and for callers with a valid token.
	 */
	static PeerAccess orCallers(LinkPeers peers, String service) {
		return new PeerAccess(peers, service, AuthenticatedAuthorizationManager.authenticated());
	}

	@Override
	public @Nullable AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> caller,
			RequestAuthorizationContext context) {
		String authorization = context.getRequest().getHeader(HttpHeaders.AUTHORIZATION);
		return this.peers.sender(authorization, this.service).isPresent() ? new AuthorizationDecision(true)
				: this.others.authorize(caller, context);
	}

}
