package io.kehu.customer.campaign;

import java.net.URI;
import java.util.Base64;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The addresses in e-mails of campaigns, which need no token. A page asks before it
 * unsubscribes, since mail servers follow links too.
 */
@RestController
@SecurityRequirements
class MailResponseController {

	private static final byte[] PIXEL = Base64.getDecoder()
		.decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="en"><head><meta charset="utf-8"><title>Unsubscribe</title></head>
			<body><h1>Unsubscribe</h1>CONTENT</body></html>
			""";

	private static final String QUESTION = """
			<p>Do you want to receive no more e-mails of this kind?</p>
			<form method="post"><button type="submit">Unsubscribe</button></form>""";

	private static final String DONE = "<p>You will receive no more e-mails of this kind.</p>";

	private final MailResponses responses;

	MailResponseController(MailResponses responses) {
		this.responses = responses;
	}

	@Operation(summary = "An invisible picture, by which it is known that an e-mail was opened")
	@GetMapping(MailLinks.PATH + "{token}/open.gif")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "image/gif", schema = @Schema(type = "string", format = "binary")))
	ResponseEntity<byte[]> openMail(@PathVariable String token) {
		this.responses.opened(token);
		return ResponseEntity.ok().contentType(MediaType.IMAGE_GIF).cacheControl(CacheControl.noStore()).body(PIXEL);
	}

	@Operation(summary = "Follow a link of an e-mail, which leads to an address in its template")
	@GetMapping(MailLinks.PATH + "{token}/links/{number}")
	@ApiResponse(responseCode = "302")
	ResponseEntity<Void> followLink(@PathVariable String token, @PathVariable int number) {
		return ResponseEntity.status(HttpStatus.FOUND)
			.location(URI.create(this.responses.clicked(token, number)))
			.cacheControl(CacheControl.noStore())
			.build();
	}

	@Operation(summary = "Ask whether to unsubscribe")
	@GetMapping(MailLinks.PATH + "{token}/unsubscribe")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = "text/html", schema = @Schema(type = "string")))
	ResponseEntity<String> askToUnsubscribe(@PathVariable String token) {
		this.responses.check(token);
		return page(QUESTION);
	}

	@Operation(summary = "Unsubscribe with one click (RFC 8058)")
	@PostMapping(MailLinks.PATH + "{token}/unsubscribe")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = "text/html", schema = @Schema(type = "string")))
	ResponseEntity<String> unsubscribe(@PathVariable String token) {
		this.responses.unsubscribed(token);
		return page(DONE);
	}

	private static ResponseEntity<String> page(String content) {
		return ResponseEntity.ok()
			.contentType(MediaType.TEXT_HTML)
			.cacheControl(CacheControl.noStore())
			.header("Content-Security-Policy", "default-src 'none'; form-action 'self'; frame-ancestors 'none'")
			.header("Referrer-Policy", "no-referrer")
			.body(PAGE.replace("CONTENT", content));
	}

}
