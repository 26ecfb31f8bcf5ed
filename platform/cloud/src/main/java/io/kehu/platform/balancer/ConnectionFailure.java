package io.kehu.platform.balancer;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * Tells a connection that never came about, so that nothing was sent, from every other
 * failure.
 */
public final class ConnectionFailure {

	private static final int DEPTH = 8;

	private ConnectionFailure() {
	}

	/**
	 * Whether a failure means that no connection came about.
	 * @param failure the failure, possibly wrapped
	 * @return whether nothing can have reached the other side
	 */
	public static boolean isCauseOf(@Nullable Throwable failure) {
		Throwable cause = failure;
		for (int depth = 0; cause != null && depth < DEPTH; depth++) {
			if (cause instanceof ConnectException || cause instanceof NoRouteToHostException
					|| cause instanceof UnknownHostException || cause instanceof HttpConnectTimeoutException) {
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}

}
