package io.kehu.platform.embedded;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.locks.LockSupport;

/**
 * Chooses ports for servers, different ones in all JVMs of this machine. They lie below
 * the range from which systems take the ports of outgoing connections, so that none is
 * taken between choice and use.
 */
public final class FreePorts {

	private static final int PROBES = 20;

	private static final long BETWEEN_PROBES = 50_000_000;

	private static final PortBlocks BLOCKS = new PortBlocks(20_000, 240, 50);

	private FreePorts() {
	}

	/**
	 * Returns a port of 127.0.0.1 that is free now and that no running JVM was given
	 * before.
	 * @return the port
	 * @throws ServerStartException when no port is left
	 */
	public static int next() {
		return BLOCKS.next();
	}

	/**
	 * Whether nothing listens at a port of 127.0.0.1.
	 * @param port the port
	 * @return true when a server could listen there
	 */
	public static boolean isFree(int port) {
		return PortBlocks.isFree(port);
	}

	/**
	 * Like {@link #isFree}, but probes for a second: a process being started meanwhile
	 * holds copies of all open sockets for a moment, including those of such probes.
	 */
	static boolean becomesFree(int port) {
		for (int probe = 0; probe < PROBES; probe++) {
			if (isFree(port)) {
				return true;
			}
			LockSupport.parkNanos(BETWEEN_PROBES);
		}
		return false;
	}

	/** Returns the address on which all servers of this module listen. */
	static InetSocketAddress address(int port) {
		try {
			return new InetSocketAddress(InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }), port);
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
