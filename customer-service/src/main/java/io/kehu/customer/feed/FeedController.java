package io.kehu.customer.feed;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.kehu.platform.access.Access;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Callers;
import io.kehu.platform.token.AuthProperties;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the iCalendar feeds: that of the caller, and the address at which calendars
 * read it without a token.
 */
@RestController
class FeedController {

	static final String PATH = "/api/v1/calendar-feed";

	static final String FEEDS = "/calendar-feeds/";

	private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private static final Duration PAST = Duration.ofDays(90);

	private static final Duration FUTURE = Duration.ofDays(730);

	private final FeedStore feeds;

	private final AuthProperties properties;

	private final Clock clock;

	FeedController(FeedStore feeds, AuthProperties properties, Clock clock) {
		this.feeds = feeds;
		this.properties = properties;
		this.clock = clock;
	}

	@Operation(summary = "Give the feed of the caller a new address; the one before no longer works")
	@PutMapping(PATH)
	@PreAuthorize("hasAuthority('activity:read')")
	FeedView renewFeed() {
		UUID user = user();
		FeedToken token = FeedToken.random();
		this.feeds.store(user, token, this.clock.instant());
		FeedView feed = this.feeds.find(user).orElseThrow();
		return new FeedView(this.properties.issuer() + FEEDS + token.value() + ".ics", feed.createdAt(),
				feed.lastReadAt());
	}

	@Operation(summary = "When the feed of the caller was created and read")
	@ApiResponse(responseCode = "200", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "404")
	@GetMapping(PATH)
	@PreAuthorize("hasAuthority('activity:read')")
	FeedView getFeed() {
		return this.feeds.find(user()).orElseThrow(FeedController::none);
	}

	@Operation(summary = "Revoke the feed of the caller")
	@DeleteMapping(PATH)
	@PreAuthorize("hasAuthority('activity:read')")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revokeFeed() {
		if (!this.feeds.delete(user())) {
			throw none();
		}
	}

	@Operation(summary = "A feed as iCalendar; its address is the permission to read it")
	@SecurityRequirements
	@GetMapping(FEEDS + "{token}.ics")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string")))
	ResponseEntity<String> readFeed(@PathVariable String token) {
		Instant now = this.clock.instant();
		UUID user = this.feeds.read(new FeedToken(token), now).orElseThrow(FeedController::none);
		return ResponseEntity.ok()
			.contentType(CALENDAR)
			.cacheControl(CacheControl.noStore())
			.body(FeedCalendar.write(this.feeds.findEvents(user, now.minus(PAST), now.plus(FUTURE))));
	}

	private static ProblemException none() {
		return ProblemException.of(HttpStatus.NOT_FOUND, "not-found", "There is no such feed.");
	}

	private static UUID user() {
		UUID user = Callers.current().userId();
		if (user == null) {
			throw Access.forbidden();
		}
		return user;
	}

}
