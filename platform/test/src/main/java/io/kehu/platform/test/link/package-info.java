/**
 * The identity of services towards each other, as tests have it.
 */
@NullMarked
package io.kehu.platform.test.link;

import org.jspecify.annotations.NullMarked;
