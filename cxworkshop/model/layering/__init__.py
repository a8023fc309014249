"""The steps of a layered drawing, on numbered vertices: layers, order, crossings, places, routes."""
