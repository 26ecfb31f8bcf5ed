-- Undoes one attempt and clears the delay of the next.
if redis.call('EXISTS', KEYS[1]) == 1 then
	redis.call('HDEL', KEYS[1], 'due')
	return redis.call('HINCRBY', KEYS[1], 'attempts', -1)
end
return 0
