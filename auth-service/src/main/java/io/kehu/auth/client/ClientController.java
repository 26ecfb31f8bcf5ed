package io.kehu.auth.client;

import io.kehu.auth.revocation.Revocations;
import io.kehu.platform.problem.ProblemException;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Clients over HTTP.
 */
@RestController
class ClientController {

	private final RegisteredClientRepository clients;

	private final Revocations revocations;

	ClientController(RegisteredClientRepository clients, Revocations revocations) {
		this.clients = clients;
		this.revocations = revocations;
	}

	/**
	 * Takes back every token that was issued to the client until now.
	 */
	@PostMapping("/api/v1/clients/{clientId}/revoke-tokens")
	@PreAuthorize("hasAuthority('user:write')")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revokeTokens(@PathVariable String clientId) {
		if (this.clients.findByClientId(clientId) == null) {
			throw ProblemException.notFound("client", clientId);
		}
		this.revocations.revoke(clientId);
	}

}
