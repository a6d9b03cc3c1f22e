"""What an answer costs over HTTP: requests a second beside a bare view, and the CPU time that one request can take."""
