package io.kehu.platform.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.functions.CheckedSupplier;
import io.github.resilience4j.retry.Retry;
import io.kehu.platform.balancer.ConnectionFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Calls a service with retries, a circuit breaker and a bulkhead, and throws a
 * {@link ServiceUnavailableException} if there is no conclusive response.
 * <p>
 * Calls within a transaction are a programming error, since they would hold a database
 * connection until the other service responds.
 * <p>
 * Retries apply to calls that use a safe method or carry an {@code Idempotency-Key}, and
 * to calls that were never sent. Each attempt goes to the next instance.
 */
final class ServiceCalls implements ClientHttpRequestInterceptor {

	private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

	private final String service;

	private final Bulkhead bulkhead;

	private final CircuitBreaker circuit;

	private final Retry retry;

	private final Retry reconnect;

	ServiceCalls(String service, Bulkhead bulkhead, CircuitBreaker circuit, Retry retry, Retry reconnect) {
		this.service = service;
		this.bulkhead = bulkhead;
		this.circuit = circuit;
		this.retry = retry;
		this.reconnect = reconnect;
	}

	/** Returns whether another attempt may succeed. */
	static boolean mayPass(Throwable failure) {
		return (failure instanceof InconclusiveException inconclusive) ? inconclusive.passing()
				: failure instanceof IOException;
	}

	/** Returns whether the call failed before it was sent. */
	static boolean wasNotSent(Throwable failure) {
		return ConnectionFailure.isCauseOf(failure);
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		checkConnectionFree();
		Retry attempts = isRepeatable(request) ? this.retry : this.reconnect;
		CheckedSupplier<ClientHttpResponse> call = CircuitBreaker.decorateCheckedSupplier(this.circuit,
				() -> attempt(request, body, execution));
		try {
			return Bulkhead.decorateCheckedSupplier(this.bulkhead, Retry.decorateCheckedSupplier(attempts, call)).get();
		}
		catch (InconclusiveException ex) {
			throw unavailable((ex.retryAfter() != null) ? ex.retryAfter() : RETRY_AFTER, ex);
		}
		catch (IOException | BulkheadFullException | CallNotPermittedException ex) {
			throw unavailable(RETRY_AFTER, ex);
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Calls take long, and connections are few. */
	private void checkConnectionFree() {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException(
					"A call to %s within a transaction would hold a database connection".formatted(this.service));
		}
	}

	private ServiceUnavailableException unavailable(Duration retryAfter, Exception cause) {
		return new ServiceUnavailableException(this.service, retryAfter, cause);
	}

	private static boolean isRepeatable(HttpRequest request) {
		return SAFE.contains(request.getMethod()) || request.getHeaders().containsHeader("Idempotency-Key");
	}

	private static ClientHttpResponse attempt(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		try (ClientHttpResponse response = execution.execute(request, body)) {
			CompleteResponse complete = CompleteResponse.of(response);
			refuseInconclusive(complete);
			return complete;
		}
		catch (IllegalStateException ex) {
			// Thrown by the load balancer if there is no instance
			throw new InconclusiveException(String.valueOf(ex.getMessage()), false, null);
		}
	}

	private static void refuseInconclusive(CompleteResponse response) throws InconclusiveException {
		int status = response.getStatusCode().value();
		boolean inconclusive = switch (status) {
			case 408, 429 -> true;
			// Without a problem document, the 404 comes from a proxy rather than the
			// service
			case 404 -> !MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(response.getHeaders().getContentType());
			default -> status >= HttpStatus.INTERNAL_SERVER_ERROR.value();
		};
		if (inconclusive) {
			boolean passing = status >= HttpStatus.BAD_GATEWAY.value() || status == HttpStatus.NOT_FOUND.value();
			throw new InconclusiveException("Status " + status, passing, retryAfter(response));
		}
	}

	private static @Nullable Duration retryAfter(CompleteResponse response) {
		String seconds = response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
		return (seconds != null && seconds.matches("\\d{1,5}")) ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
	}

}
