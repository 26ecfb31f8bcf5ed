package io.kehu.platform.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Chooses ports below the range from which systems take the ports of outgoing
 * connections, so that none is taken between choice and use.
 */
public final class FreePorts {

	private static final int FIRST = 20_000;

	private static final int LAST = 31_999;

	private static final int ATTEMPTS = 1_000;

	private static final int LOOKS = 20;

	private static final long BETWEEN_LOOKS = 50_000_000;

	private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

	private FreePorts() {
	}

	/**
	 * A port of 127.0.0.1 that is free now and that this JVM was not given before.
	 * @return the port
	 */
	public static int next() {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
			if (HANDED_OUT.add(port) && isFree(port)) {
				return port;
			}
		}
		throw new ServerStartException("No free port was found between " + FIRST + " and " + LAST + ".");
	}

	/**
	 * Whether nothing listens at a port of 127.0.0.1. The look does not listen itself: a
	 * server that begins to, in that very moment, is not kept from it.
	 * @param port the port
	 * @return true when a server could listen there
	 */
	public static boolean isFree(int port) {
		try (SocketChannel socket = SocketChannel.open()) {
			socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
			socket.bind(address(port));
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Like {@link #isFree}, with a little patience: a process that is started beside
	 * holds copies of all our sockets for a moment, those of such a look at the port too.
	 */
	static boolean becomesFree(int port) {
		for (int look = 0; look < LOOKS; look++) {
			if (isFree(port)) {
				return true;
			}
			LockSupport.parkNanos(BETWEEN_LOOKS);
		}
		return false;
	}

	/** The address at which all servers of this module listen. */
	static InetSocketAddress address(int port) {
		try {
			return new InetSocketAddress(InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }), port);
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
