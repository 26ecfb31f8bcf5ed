/**
 * Webhooks: events over HTTP, signed, and tried again until they are accepted.
 */
@NullMarked
package io.kehu.platform.webhook;

import org.jspecify.annotations.NullMarked;
