package io.kehu.platform.security;

import java.io.IOException;
import java.util.List;

import io.kehu.platform.link.LinkPeers;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * Removes what a request claims about its original client, unless the gateway has
 * forwarded it. An address does not prove that: on one machine, all clients share it.
 */
final class ForwardedGuard extends ValveBase {

	private static final String GATEWAY = "gateway";

	private static final List<String> CLAIMS = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host",
			"X-Forwarded-Port", "X-Forwarded-Proto", "X-Forwarded-Prefix", "X-Forwarded-Ssl", "X-Forwarded-By",
			"X-Real-IP");

	private final LinkPeers peers;

	private final String service;

	ForwardedGuard(LinkPeers peers, String service) {
		super(true);
		this.peers = peers;
		this.service = service;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		String sender = this.peers.sender(request.getHeader(LinkPeers.HEADER), this.service).orElse("");
		if (!sender.equals(GATEWAY)) {
			MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
			CLAIMS.forEach(headers::removeHeader);
		}
		getNext().invoke(request, response);
	}

}
