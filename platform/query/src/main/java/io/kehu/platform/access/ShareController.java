package io.kehu.platform.access;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Base class of controllers that expose the shares of guarded records. Subclasses are
 * mapped to the path of the records.
 */
public abstract class ShareController {

	private static final String READ = "hasAuthority(this.guarded().read())";

	private static final String WRITE = "hasAuthority(this.guarded().write())";

	private final Shares shares;

	protected ShareController(Shares shares) {
		this.shares = shares;
	}

	/**
	 * Returns the annotation that supplies the permissions for the security expressions.
	 */
	public Guarded guarded() {
		return this.shares.guarded();
	}

	@Operation(summary = "List with whom {one} is shared")
	@GetMapping("/{id}/shares")
	@PreAuthorize(READ)
	public ShareList shares(@PathVariable UUID id) {
		return new ShareList(this.shares.of(id), null);
	}

	@Operation(summary = "Share {one} with a user or a team")
	@PutMapping("/{id}/shares")
	@PreAuthorize(WRITE)
	public Share share(@PathVariable UUID id, @Valid @RequestBody Share share) {
		return this.shares.put(id, share);
	}

	@Operation(summary = "Withdraw a share of {one}")
	@DeleteMapping("/{id}/shares")
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	public void unshare(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID userId,
			@RequestParam(required = false) @Nullable UUID teamId) {
		if ((userId == null) == (teamId == null)) {
			throw ProblemException.invalidParameter("userId", "required", "name either a user or a team");
		}
		this.shares.remove(id, Objects.requireNonNull((userId != null) ? userId : teamId));
	}

	/**
	 * All shares of a record, in the same format as a list.
	 */
	public record ShareList(List<Share> items, @Nullable String nextCursor) {
	}

}
