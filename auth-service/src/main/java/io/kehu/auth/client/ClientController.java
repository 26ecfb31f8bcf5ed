package io.kehu.auth.client;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.security.RecentLogin;
import io.kehu.platform.web.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Partner clients over HTTP.
 */
@RestController
@RequestMapping("/api/v1/clients")
class ClientController extends RecordController<ClientDetails, ClientView> {

	private final ClientService clients;

	private final ClientRules rules;

	ClientController(RecordStore<ClientDetails, ?, ClientView> store, ClientService clients, ClientRules rules) {
		super(store);
		this.clients = clients;
		this.rules = rules;
	}

	/**
	 * Loads many clients together with their rights.
	 */
	@Override
	@PostMapping(path = "/bulk", consumes = BulkLoader.NDJSON)
	@RecentLogin
	@PreAuthorize(WRITE)
	public void bulk(HttpServletRequest request, HttpServletResponse response) throws IOException {
		super.bulk(request, response);
	}

	@Operation(summary = "Lock a client, effective immediately")
	@PostMapping("/{id}/lock")
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void lock(@PathVariable UUID id, Preconditions preconditions) {
		this.clients.lock(id, preconditions);
	}

	@Operation(summary = "Unlock a client")
	@PostMapping("/{id}/unlock")
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void unlock(@PathVariable UUID id, Preconditions preconditions) {
		this.clients.unlock(id, preconditions);
	}

	/**
	 * Adds a secret to a client. The response isn't stored, so it can't be replayed.
	 */
	@Operation(summary = "Create a client secret, which is shown only once")
	@PostMapping("/{id}/secrets")
	@RecentLogin
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.CREATED)
	NewSecret addClientSecret(@PathVariable UUID id, Preconditions preconditions,
			@RequestBody(required = false) @Nullable SecretRequest request,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String replayed) {
		if (replayed != null) {
			throw ProblemException.invalidParameter("Idempotency-Key", "not_supported",
					"a secret is shown only once, so the response can't be replayed");
		}
		return this.clients.addSecret(id, preconditions, (request != null) ? request.expiresAt() : null);
	}

	@Operation(summary = "Revoke a client secret")
	@DeleteMapping("/{id}/secrets/{secretId}")
	@RecentLogin
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revokeClientSecret(@PathVariable UUID id, @PathVariable UUID secretId, Preconditions preconditions) {
		this.clients.revokeSecret(id, preconditions, secretId);
	}

	/**
	 * Revokes all tokens issued to a client so far. Works for built-in clients, too.
	 */
	@Operation(summary = "Revoke all tokens of a client")
	@PostMapping("/{clientId}/revoke-tokens")
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revokeClientTokens(@PathVariable String clientId) {
		this.rules.revokeTokens(clientId);
	}

	/**
	 * A request for a new secret.
	 *
	 * @param expiresAt the time at which the secret expires, or null
	 */
	record SecretRequest(@Nullable Instant expiresAt) {
	}

}
