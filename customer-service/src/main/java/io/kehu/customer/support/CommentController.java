package io.kehu.customer.support;

import java.util.UUID;

import io.kehu.platform.idempotency.Replayable;
import io.kehu.platform.query.Page;
import io.kehu.platform.web.RetriedOnConflict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the comments on cases.
 */
@RestController
@RetriedOnConflict
@RequestMapping("/api/v1/cases/{id}/comments")
class CommentController implements Replayable {

	private final CommentService comments;

	CommentController(CommentService comments) {
		this.comments = comments;
	}

	@Operation(summary = "Add a comment to a case; a public one is a response")
	@PostMapping
	@PreAuthorize("hasAuthority('case:write')")
	@ResponseStatus(HttpStatus.CREATED)
	CommentView addComment(@PathVariable UUID id, @Valid @RequestBody NewComment comment) {
		return this.comments.add(id, comment);
	}

	@Operation(
			summary = "The comments on a case, oldest first; internal ones only for callers that can change the case")
	@GetMapping
	@PreAuthorize("hasAuthority('case:read')")
	Page<CommentView> listComments(@PathVariable UUID id, @Parameter(
			description = "Where the page before ended") @RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "50") int limit) {
		return this.comments.page(id, cursor, limit);
	}

	@Override
	public String replayed(String body) {
		return this.comments.replayed(body);
	}

}
