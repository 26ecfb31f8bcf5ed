package io.kehu.platform.idempotency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Caller;
import io.kehu.platform.security.Callers;
import io.kehu.platform.web.CachedBodyRequest;
import io.kehu.platform.web.Contention;
import io.kehu.platform.web.StreamedRequests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Processes a POST request with an {@code Idempotency-Key} only once: the effect and the
 * response are stored in one transaction, and repetitions of the request receive the
 * stored response from {@link Replays}, once the caller's rights have been checked.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

	private static final String HEADER = "Idempotency-Key";

	private static final int LONGEST_KEY = 200;

	private static final List<String> KEPT_HEADERS = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION,
			HttpHeaders.ETAG);

	private final StoredAnswers answers;

	private final PlatformTransactionManager transactions;

	private final HandlerExceptionResolver failures;

	private final StreamedRequests streams;

	IdempotencyFilter(StoredAnswers answers, PlatformTransactionManager transactions, HandlerExceptionResolver failures,
			StreamedRequests streams) {
		this.streams = streams;
		this.answers = answers;
		this.transactions = transactions;
		this.failures = failures;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getHeader(HEADER) == null || !HttpMethod.POST.matches(request.getMethod())
				|| this.streams.contains(request) || Callers.find().isEmpty();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			CachedBodyRequest cached = new CachedBodyRequest(request);
			ResponseHead head = ResponseHead.of(response);
			Contention.resolve(() -> {
				head.restore();
				return attempt(cached, response, chain);
			}).copyBodyToResponse();
		}
		catch (ServletException | IOException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			if (response.isCommitted() || this.failures.resolveException(request, response, null, ex) == null) {
				throw ex;
			}
		}
		catch (Exception ex) {
			throw new ServletException(ex);
		}
	}

	/**
	 * Processes the request in one transaction.
	 * @throws DataAccessException if the database refused to store the effect; the
	 * transaction has been rolled back, and may succeed when it is repeated
	 */
	private ContentCachingResponseWrapper attempt(CachedBodyRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		request.removeAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
		String caller = Callers.find().map(Caller::subject).orElseThrow();
		KeyedTransaction transaction = new KeyedTransaction(this.transactions, this.answers, caller,
				checked(request.getHeader(HEADER)));
		ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
		boolean commit = false;
		OutsideWork.within(transaction);
		try {
			commit = answer(transaction, request, buffered, chain);
		}
		finally {
			OutsideWork.end();
			transaction.end(commit);
		}
		if (request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE) instanceof DataAccessException failure
				&& !commit) {
			throw failure;
		}
		return buffered;
	}

	/** Returns whether the transaction is to be committed. */
	private static boolean answer(KeyedTransaction transaction, CachedBodyRequest request,
			ContentCachingResponseWrapper response, FilterChain chain) throws ServletException, IOException {
		String fingerprint = fingerprint(request);
		Optional<StoredAnswer> stored = transaction.begin();
		if (stored.isPresent()) {
			check(stored.get(), fingerprint);
			request.setAttribute(Replays.STORED, stored.get());
			chain.doFilter(request, response);
			return false;
		}
		chain.doFilter(request, response);
		boolean succeeded = HttpStatus.valueOf(response.getStatus()).is2xxSuccessful();
		if (succeeded) {
			transaction.store(new StoredAnswer(fingerprint, response.getStatus(), headers(response),
					new String(response.getContentAsByteArray(), StandardCharsets.UTF_8)));
		}
		return succeeded;
	}

	private static void check(StoredAnswer stored, String fingerprint) {
		if (!stored.fingerprint().equals(fingerprint)) {
			throw ProblemException.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused",
					"This Idempotency-Key was used for another request.");
		}
	}

	private static String checked(String key) {
		if (key.isBlank() || key.length() > LONGEST_KEY || !key.chars().allMatch((c) -> c > 0x1f && c < 0x7f)) {
			throw ProblemException.invalidParameter(HEADER, "invalid_value",
					"must be 1 to %d printable ASCII characters".formatted(LONGEST_KEY));
		}
		return key;
	}

	private static Map<String, String> headers(HttpServletResponse response) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (String name : KEPT_HEADERS) {
			String value = response.getHeader(name);
			if (value != null) {
				headers.put(name, value);
			}
		}
		return headers;
	}

	private static String fingerprint(CachedBodyRequest request) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(request.getRequestURI().getBytes(StandardCharsets.UTF_8));
			digest.update((byte) '?');
			digest.update(String.valueOf(request.getQueryString()).getBytes(StandardCharsets.UTF_8));
			digest.update((byte) 0);
			return HexFormat.of().formatHex(digest.digest(request.body()));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
