package io.kehu.gateway;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import io.kehu.platform.balancer.ConnectionFailure;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;

/**
 * What a failure means to the client.
 *
 * @param status the response status
 * @param detail one sentence that describes the problem
 */
record Problem(HttpStatusCode status, @Nullable String detail) {

	static Problem of(Throwable failure) {
		if (failure instanceof ErrorResponse response) {
			return new Problem(response.getStatusCode(), detailOf(response));
		}
		if (failure instanceof PoolAcquirePendingLimitException || failure instanceof PoolAcquireTimeoutException) {
			return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "All connections to the service are in use.");
		}
		if (ConnectionFailure.isCauseOf(failure)) {
			return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "The service is currently not reachable.");
		}
		if (failure instanceof ReadTimeoutException || failure instanceof TimeoutException) {
			return new Problem(HttpStatus.GATEWAY_TIMEOUT, "The service did not answer in time.");
		}
		if (isLostConnection(failure)) {
			return new Problem(HttpStatus.BAD_GATEWAY, "The service closed the connection before responding.");
		}
		return new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error of the gateway; it has been logged.");
	}

	private static @Nullable String detailOf(ErrorResponse response) {
		if (response.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT)) {
			return "The service did not answer in time.";
		}
		if (response.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)) {
			return "No resource exists at this path.";
		}
		return response.getBody().getDetail();
	}

	/**
	 * Whether the instance closed the connection, possibly after it had received data.
	 */
	static boolean isLostConnection(Throwable failure) {
		return failure instanceof IOException || failure instanceof AbortedException;
	}

	/** Whether the instance did not respond in time. */
	static boolean isTimeout(Throwable failure) {
		return (failure instanceof ErrorResponse response
				&& response.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT))
				|| failure instanceof ReadTimeoutException || failure instanceof TimeoutException
				|| failure instanceof ConnectTimeoutException;
	}

	/** Whether the same request may succeed when it is retried soon. */
	boolean isTransient() {
		return this.status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)
				|| this.status.isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT);
	}

}
