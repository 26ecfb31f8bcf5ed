package io.kehu.platform.security;

import java.util.function.Predicate;
import java.util.function.Supplier;

import io.kehu.platform.link.LinkPeers;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Opens a path to the other services of the system, and perhaps to callers with a token.
 */
public final class PeerAccess implements AuthorizationManager<RequestAuthorizationContext> {

	/** The answer to a request that proves no sender. */
	public static final AuthenticationEntryPoint UNPROVEN = (request, response, reason) -> {
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, LinkPeers.HEADER);
		response.sendError(401);
	};

	private final LinkPeers peers;

	private final String service;

	private final Predicate<String> senders;

	private final AuthorizationManager<RequestAuthorizationContext> others;

	private PeerAccess(LinkPeers peers, String service, Predicate<String> senders,
			AuthorizationManager<RequestAuthorizationContext> others) {
		this.peers = peers;
		this.service = service;
		this.senders = senders;
		this.others = others;
	}

	/**
	 * Returns access for the other services only.
	 * @param peers recognises them
	 * @param service the name of this service
	 * @return the access, never null
	 */
	public static PeerAccess only(LinkPeers peers, String service) {
		return new PeerAccess(peers, service, (sender) -> true, PeerAccess::refuse);
	}

	/**
	 * Returns access for one of the other services only.
	 * @param sender the name of that service
	 */
	public static PeerAccess onlyFrom(String sender, LinkPeers peers, String service) {
		return new PeerAccess(peers, service, sender::equals, PeerAccess::refuse);
	}

	private static AuthorizationResult refuse(Supplier<? extends @Nullable Authentication> caller,
			RequestAuthorizationContext context) {
		return new AuthorizationDecision(false);
	}

	/**
	 * Returns access for the other services and for callers with a valid token.
	 */
	static PeerAccess orCallers(LinkPeers peers, String service) {
		return new PeerAccess(peers, service, (sender) -> true, AuthenticatedAuthorizationManager.authenticated());
	}

	@Override
	public @Nullable AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> caller,
			RequestAuthorizationContext context) {
		String authorization = context.getRequest().getHeader(HttpHeaders.AUTHORIZATION);
		return this.peers.sender(authorization, this.service).filter(this.senders).isPresent()
				? new AuthorizationDecision(true) : this.others.authorize(caller, context);
	}

}
