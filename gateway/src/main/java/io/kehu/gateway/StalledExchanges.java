package io.kehu.gateway;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the connection of a client that neither sends more of its request nor reads more
 * of its response for a long time, since it would occupy that connection, and one to an
 * instance, forever. Clients that merely wait for an instance are not affected.
 */
final class StalledExchanges extends IdleStateHandler {

	private static final Logger logger = LoggerFactory.getLogger(StalledExchanges.class);

	private boolean sending;

	StalledExchanges(Duration stalledAfter) {
		super(true, 0, 0, stalledAfter.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
		if (message instanceof HttpRequest) {
			this.sending = true;
		}
		if (message instanceof LastHttpContent) {
			this.sending = false;
		}
		super.channelRead(context, message);
	}

	@Override
	protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
		if (this.sending || isResponsePending(context)) {
			logger.info("{} neither sends its request nor reads its response; closing the connection",
					context.channel().remoteAddress());
			var unusedClosing = context.close();
		}
	}

	private static boolean isResponsePending(ChannelHandlerContext context) {
		ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
		return waiting != null && waiting.totalPendingWriteBytes() > 0;
	}

}
