/**
 * Sessions of browsers: their tokens stay on the server.
 */
@NullMarked
package io.kehu.gateway.session;

import org.jspecify.annotations.NullMarked;
